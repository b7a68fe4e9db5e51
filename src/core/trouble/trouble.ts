/** A key that could not be worked again and again. */
export interface Trouble {
  /** Why in one line, without secrets; never empty. */
  readonly reason: string;
  /** True when it was the last attempt: nothing is tried again before something happens or the sweep comes by. */
  readonly last: boolean;
}
