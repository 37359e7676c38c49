/** Shapes of the HTTP API, by hand until they are generated from its description. */

import type { CustomerType } from './catalogue';

export type Language = 'zh' | 'en' | 'es';

export interface Session {
  user: {
    id: string | number;
    name: string;
    displayName: string;
    language: Language;
    department: Named | null;
    mustChangePassword: boolean;
  };
  functions: string[];
  scope: 'own' | 'departments' | 'all' | 'none';
  /** Empty until somebody has said what it is called. */
  organisation?: string;
  /** The organisation's, in which its days begin. */
  zone?: string;
}

export interface Named {
  id: string | number;
  name: string;
}

export interface Labelled {
  key: string;
  label: string;
}

export interface Token {
  id: string | number;
  label: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  token?: string;
}

/** Where somebody is signed in. */
export interface OpenSession {
  key: string;
  userId: number;
  /** Empty where the browser didn't say. */
  browser: string;
  system: string;
  origin: string;
  since: string;
  lastUsedAt: string;
  /** The one that asks. */
  present: boolean;
}

/** Somebody came in, left, or was refused. */
export interface SignInTold {
  at: string;
  action: 'signed_in' | 'signed_out' | 'sign_in_failed';
  code: string;
  origin: string;
}

export interface Department {
  id: string | number;
  name: string;
  parentId: string | number | null;
  headId?: string | number | null;
  /** It has ended: nobody comes into it any more. */
  retired?: boolean;
}

export type Reach = 'none' | 'own' | 'department' | 'subtree' | 'all';

export type Visibility = 'hidden' | 'masked' | 'clear';

/** What a role says of {@code record.field}, of {@code record.*}, or of {@code *}. */
export interface FieldRight {
  target: string;
  read: Visibility;
  write: boolean;
  export: Visibility;
}

export interface Role {
  key: string;
  label: string;
  labels: Record<Language, string>;
  description: string;
  descriptions: Record<Language, string>;
  functions: string[];
  scope: Reach;
  fields: FieldRight[];
  version: number;
  bearers: number;
  /** Only its names can be changed. */
  fixed: boolean;
}

/** A function a role can give, in words. */
export interface GivenFunction {
  key: string;
  group: string;
  groupLabel: string;
  label: string;
  explanation: string;
}

/** What a change of a role does to some people. */
export interface Consequence {
  kind: 'function' | 'reach' | 'read' | 'write' | 'export';
  subject: string;
  from: string;
  to: string;
  people: string[];
}

export interface User {
  id: string | number;
  name: string;
  displayName: string;
  language: Language;
  departmentId: string | number | null;
  roles: string[];
  active: boolean;
  mustChangePassword?: boolean;
  hasPassword?: boolean;
  lastSignedInAt?: string | null;
  /** After too many failed sign-ins. */
  lockedUntil?: string | null;
  /** Failed sign-ins that count: those since the last lock, and how often in a row the name was locked. */
  trouble?: { failures: number; locks: number; lastAt: string } | null;
  version?: number;
  /** One-time sign-in, told once to whoever entered a user without a password. */
  code?: string;
  /** The whole link with it, where somebody has said the installation's address. */
  link?: string;
}

/** Whether somebody sees a file, and why. */
export interface Sight {
  person: { id: string | number; name: string; department?: string; active: boolean };
  file: { number: string; type?: CustomerType; owner?: string; department?: string };
  sees: boolean;
  /** Empty, like the fields, for an asker who doesn't see the file. */
  reasons: { role: string; reach: Reach; because: 'own' | 'department' | 'all' }[];
  missing: string[];
  roles: { role: string; reach: Reach }[];
  functions: { function: string; label: string; open: boolean; roles: string[] }[];
  fields: {
    record: string;
    recordLabel: string;
    field: string;
    label: string;
    section: string;
    read: Visibility;
    write: boolean;
    export: Visibility;
    usual: boolean;
    /** The field that narrows what is kept of a card; then usual and roles are said of it. */
    narrowedBy?: string;
    roles: string[];
  }[];
  givers: string[];
}
