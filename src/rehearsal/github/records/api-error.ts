export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: string;
  readonly message?: string;
}

/** An answer that GitHub gives instead of doing what was asked. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: readonly (FieldError | string)[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, details: { errors?: readonly (FieldError | string)[]; headers?: Readonly<Record<string, string>> } = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.errors = details.errors ?? [];
    this.headers = details.headers ?? {};
  }
}

export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

export function invalid(...errors: (FieldError | string)[]): ApiError {
  return new ApiError(422, 'Validation Failed', { errors });
}
