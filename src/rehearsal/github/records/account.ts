export interface Account {
  readonly id: number;
  login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
  name: string | null;
  readonly createdAt: string;
}

export interface Membership {
  role: 'admin' | 'member';
  state: 'active' | 'pending';
}

export interface TeamMembership {
  role: 'maintainer' | 'member';
  state: 'active' | 'pending';
}

export interface Team {
  readonly id: number;
  readonly organisationId: number;
  name: string;
  slug: string;
  parentId: number | null;
  privacy: 'closed' | 'secret';
  readonly members: Map<number, TeamMembership>;
}

/** Permission levels as GitHub's repository roles name them. */
export type Role = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export const roleOrder: readonly Role[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** Who does something: a person, or an app through its bot account. */
export interface Actor {
  readonly user: Account;
  /** The app in whose name it happens: an app's own bot, or a person acting through an app. */
  readonly app: AppRecord | null;
}

export interface AppRecord {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly ownerId: number;
  readonly botId: number;
  readonly clientId: string;
  readonly createdAt: string;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  /** SPKI public key; null for GitHub's own Actions app, which signs nothing here. */
  readonly publicKeyPem: string | null;
  readonly webhookSecret: string;
  /** For signing people in: the secret of the web flow, and where it may lead back to. */
  readonly clientSecret: string;
  callbackUrls: readonly string[];
  hookUrl: string | null;
}

export type Permissions = Readonly<Record<string, 'read' | 'write' | 'admin'>>;

export interface Installation {
  readonly id: number;
  readonly appId: number;
  readonly accountId: number;
  selection: 'all' | 'selected';
  readonly repositoryIds: Set<number>;
  permissions: Permissions;
  events: readonly string[];
  suspendedAt: string | null;
  readonly createdAt: string;
}

export type Token =
  | { readonly kind: 'user'; readonly value: string; readonly accountId: number }
  | {
      /** A person who signed in to an app. Times by the rehearsed clock. */
      readonly kind: 'signed-in';
      readonly value: string;
      readonly accountId: number;
      readonly appId: number;
      readonly expiresAt: string;
      readonly refreshToken: string;
      readonly refreshExpiresAt: string;
    }
  | {
      readonly kind: 'installation';
      readonly value: string;
      readonly installationId: number;
      readonly permissions: Permissions;
      readonly repositoryIds: ReadonlySet<number> | null;
      readonly expiresAt: number;
    }
  | { readonly kind: 'actions'; readonly value: string; readonly repositoryId: number; readonly permissions: Permissions };
