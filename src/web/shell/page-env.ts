import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Viewer } from '../access/viewer.ts';
import type { WebRepository } from '../access/web-repository.ts';
import type { Theme } from './theme.ts';

/** What every handler of a page finds in `context.var`. */
export interface PageEnv {
  readonly Variables: {
    readonly locale: Locale;
    readonly theme: Theme;
    readonly viewer: Viewer;
    /** What a form has to send along as `csrf`. */
    readonly csrf: string;
    /** On every path below `/r/OWNER/NAME`: the repository, which the viewer may read. */
    readonly repository: WebRepository;
  };
}
