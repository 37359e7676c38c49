/** An error of the API as problem details, or of the way to it: worded for the person at the page. */
export interface ProblemField {
  field: string;
  code: string;
  message: string;
  remedy?: string;
}

export interface ProblemBody {
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  remedy?: string;
  fields?: ProblemField[];
  [more: string]: unknown;
}

export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? body.code ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? `http_${status}`;
    this.body = body;
  }

  get fields(): ProblemField[] {
    return this.body.fields ?? [];
  }
}

/** No answer came at all: the line or the server is down. Status 0. */
export function unreachable(): ApiProblem {
  return new ApiProblem(0, { code: 'unreachable' });
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) {
    try {
      return new ApiProblem(response.status, (await response.json()) as ProblemBody);
    } catch {
      // Cut off in the middle: the status alone must do.
    }
  }
  return new ApiProblem(response.status, {});
}
