import { nobodyThere } from './presence';
import { ApiProblem, problemOf, unreachable } from './problem';
import type { ProblemBody } from './problem';
import type { Language } from './types/access';

export const BASE = '/api/v1';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Query = Record<string, string | number | boolean | undefined | null>;

export interface Options {
  query?: Query;
  body?: unknown;
  /** Sent as it is instead of a body. */
  file?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** The sign-in calls themselves answer 401 as a plain refusal. */
  signingIn?: boolean;
}

let language: Language = 'en';
export function speak(chosen: Language) {
  language = chosen;
}
export function spoken(): Language {
  return language;
}

/**
 * Called when the session ran out while someone was at work. It asks for the password and resolves when the same person is
 * back, so that the call that failed is simply made again and nothing typed is lost.
 */
let askAgain: (() => Promise<void>) | null = null;
let asking: Promise<void> | null = null;
export function whenSessionEnds(ask: (() => Promise<void>) | null) {
  askAgain = ask;
}

/** Called with the number of the catalogue in force, which every answer bears, so that nobody has to ask for it by the clock. */
let tell: ((version: number) => void) | null = null;
export function whenCatalogueTold(listener: ((version: number) => void) | null) {
  tell = listener;
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : undefined;
}

/** The token a writing call must carry; a GET of the session sets the cookie where it is missing. */
export async function csrf(): Promise<string> {
  if (!cookie('XSRF-TOKEN')) {
    await fetch(`${BASE}/session`, { credentials: 'same-origin' }).catch(() => undefined);
  }
  return cookie('XSRF-TOKEN') ?? '';
}

export function address(path: string, query?: Query): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') parts.append(key, String(value));
  }
  const tail = parts.toString();
  return BASE + path + (tail ? `?${tail}` : '');
}

async function once(method: Method, path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language, ...options.headers };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = await csrf();
  else if (nobodyThere()) headers['Clientela-Unattended'] = 'true';
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.file !== undefined) headers['Content-Type'] = 'application/octet-stream';
  try {
    const response = await fetch(address(path, options.query), {
      method,
      headers,
      body: options.file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      credentials: 'same-origin',
      signal: options.signal,
    });
    const version = Number(response.headers.get('Clientela-Catalogue'));
    if (version) tell?.(version);
    return response;
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw unreachable();
  }
}

/** Waits until the person has signed in again; several calls that fail together ask once. */
export async function signedInAgain(): Promise<boolean> {
  if (!askAgain) return false;
  asking ??= askAgain().finally(() => {
    asking = null;
  });
  await asking;
  return true;
}

export async function send(method: Method, path: string, options: Options = {}): Promise<Response> {
  let response = await once(method, path, options);
  if (response.status === 401 && !options.signingIn && (await signedInAgain())) {
    response = await once(method, path, options);
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  // The token was changed behind the page, by signing in elsewhere in the same browser.
  if (problem.status === 403 && problem.code.startsWith('csrf')) {
    await fetch(`${BASE}/session`, { credentials: 'same-origin' }).catch(() => undefined);
    response = await once(method, path, options);
    if (response.ok) return response;
    throw await problemOf(response);
  }
  throw problem;
}

async function json<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const http = {
  get: async <T>(path: string, options?: Options) => json<T>(await send('GET', path, options)),
  post: async <T>(path: string, body?: unknown, options?: Options) => json<T>(await send('POST', path, { ...options, body: body ?? {} })),
  put: async <T>(path: string, body?: unknown, options?: Options) => json<T>(await send('PUT', path, { ...options, body: body ?? {} })),
  patch: async <T>(path: string, body: unknown, options?: Options) => json<T>(await send('PATCH', path, { ...options, body })),
  remove: async <T = void>(path: string, options?: Options) => json<T>(await send('DELETE', path, options)),
};

/** A small file as the body of a request; large ones go through the uploads. */
export const sendFile = async <T>(path: string, file: Blob, query: Query, headers: Record<string, string>) => json<T>(await send('POST', path, { file, query, headers }));

function sendUpOnce<T>(path: string, query: Query, file: File, token: string, onProgress: (share: number) => void, signal: AbortSignal): Promise<T> {
  // XMLHttpRequest, because fetch tells nothing about how much of the body has gone out.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path, query));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', spoken());
    request.setRequestHeader('X-XSRF-TOKEN', token);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('Upload stopped', 'AbortError')));
    request.addEventListener('load', () => {
      let body: unknown = {};
      try {
        body = JSON.parse(request.responseText);
      } catch {
        // The status says enough.
      }
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new ApiProblem(request.status, body as ProblemBody));
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** A large file as the body of a request, telling how much has gone out. */
export async function sendUp<T>(path: string, query: Query, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<T> {
  try {
    return await sendUpOnce<T>(path, query, file, await csrf(), onProgress, signal);
  } catch (failure) {
    if (failure instanceof ApiProblem && failure.status === 401 && (await signedInAgain())) {
      return sendUpOnce<T>(path, query, file, await csrf(), onProgress, signal);
    }
    throw failure;
  }
}

/** Lists come bare or in an envelope. */
export function itemsOf<T>(answer: T[] | { items: T[] } | undefined): T[] {
  if (!answer) return [];
  return Array.isArray(answer) ? answer : answer.items;
}

export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}
