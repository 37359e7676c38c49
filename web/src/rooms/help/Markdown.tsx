import type { Token, Tokens } from 'marked';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { anchorOf, pictureOf } from './guide';

/**
 * Shows what the guide is written in, piece by piece as elements of the page: nothing in a text becomes markup that isn't made
 * here, so raw HTML stays the text it is.
 */
export function Markdown({ tokens }: { tokens: Token[] }) {
  return tokens.map((token, at) => <Fragment key={at}>{block(token)}</Fragment>);
}

function block(token: Token): ReactNode {
  switch (token.type) {
    case 'heading': {
      const { depth, text, tokens } = token as Tokens.Heading;
      const inside = <Inline tokens={tokens} />;
      return depth === 2 ? <h2 id={anchorOf(text)}>{inside}</h2> : <h3 id={anchorOf(text)}>{inside}</h3>;
    }
    case 'paragraph':
      return paragraph((token as Tokens.Paragraph).tokens);
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const lines = items.map((item, at) => (
        <li key={at}>
          <Markdown tokens={item.tokens} />
        </li>
      ));
      return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>;
    }
    case 'table':
      return <Table table={token as Tokens.Table} />;
    case 'blockquote':
      return (
        <blockquote>
          <Markdown tokens={(token as Tokens.Blockquote).tokens} />
        </blockquote>
      );
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'space':
      return null;
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens ? <Inline tokens={tokens} /> : text;
    }
    default:
      return token.raw;
  }
}

/** A picture that stands alone has its description below it. */
function paragraph(tokens: Token[]): ReactNode {
  const [first] = tokens;
  if (tokens.length === 1 && first?.type === 'image') {
    const { href, text } = first as Tokens.Image;
    return (
      <figure>
        <img src={pictureOf(href)} alt={text} loading="lazy" />
        <figcaption aria-hidden>{text}</figcaption>
      </figure>
    );
  }
  return (
    <p>
      <Inline tokens={tokens} />
    </p>
  );
}

function Table({ table: { header, rows } }: { table: Tokens.Table }) {
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            {header.map((cell, at) => (
              <th key={at} scope="col">
                <Inline tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={at}>
                  <Inline tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Inline({ tokens }: { tokens: Token[] }) {
  return tokens.map((token, at) => <Fragment key={at}>{inline(token)}</Fragment>);
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return (
        <strong>
          <Inline tokens={(token as Tokens.Strong).tokens} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inline tokens={(token as Tokens.Em).tokens} />
        </em>
      );
    case 'codespan':
      return <kbd>{(token as Tokens.Codespan).text}</kbd>;
    case 'br':
      return <br />;
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      const inside = <Inline tokens={tokens} />;
      const [, chapter, anchor] = /^([a-z-]+)\.md(#.*)?$/.exec(href) ?? [];
      // Chapters lead to chapters and to the page's own rooms, never away from the installation.
      return href.startsWith('/') && !href.startsWith('//') ? <Link to={href}>{inside}</Link> : chapter ? <Link to={`/help/${chapter}${anchor ?? ''}`}>{inside}</Link> : inside;
    }
    case 'escape':
    case 'text':
      return (token as Tokens.Text).text;
    default:
      return token.raw;
  }
}
