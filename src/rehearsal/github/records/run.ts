export interface Workflow {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly createdAt: string;
}

export interface Job {
  readonly id: number;
  readonly runId: number;
  readonly attempt: number;
  readonly name: string;
  status: string;
  conclusion: string | null;
  readonly startedAt: string;
  completedAt: string | null;
  readonly checkRunId: number;
}

export interface WorkflowRun {
  readonly id: number;
  readonly number: number;
  readonly workflowId: number;
  readonly path: string;
  readonly name: string;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepositoryId: number;
  readonly suiteId: number;
  readonly actorId: number;
  attempt: number;
  status: string;
  conclusion: string | null;
  readonly createdAt: string;
  updatedAt: string;
  runStartedAt: string;
  readonly jobs: Job[];
  readonly referencedWorkflows: readonly { readonly path: string; readonly sha: string; readonly ref?: string }[];
  /** Environments that wait for a custom protection rule. */
  readonly gates: DeploymentGate[];
}

export interface Artifact {
  readonly id: number;
  readonly runId: number;
  readonly attempt: number;
  readonly name: string;
  readonly zip: Uint8Array;
  readonly digest: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface DeploymentGate {
  readonly environment: string;
  readonly deploymentId: number;
  readonly appId: number;
  state: 'waiting' | 'approved' | 'rejected';
  comment: string;
  /** Reports without a decision: GitHub takes at most ten. */
  readonly reports: string[];
  readonly createdAt: string;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly environment: string;
  readonly creatorId: number;
  readonly createdAt: string;
}
