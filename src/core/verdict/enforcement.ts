/** What the configuration makes of a gate: `block` closes it, `warn` posts success with the true verdict, `off` posts nothing. */
export type Enforcement = 'block' | 'warn' | 'off';
