import { html } from 'hono/html';
import type { ExplainedAction } from '../../core/explain/explain-gate.ts';
import type { ExplainedGate } from '../../core/explain/explained-pull.ts';
import { isOpen } from '../../core/report/outcome-signs.ts';
import { type Actor, problemActor } from '../../core/report/problem-actor.ts';
import type { GateEntry } from '../../core/verdict/gate-entry.ts';
import type { Html } from '../shell/html.ts';
import { outcomeMark } from '../shell/outcome-mark.ts';
import { decisionAddress, live, type PullCase, spoken } from './pull-case.ts';
import { pullWords } from './pull-words.ts';
import { said } from './said.ts';
import { chooseNodes } from './choose-nodes.ts';

// Of each gate on the page of all, and of one that is asked for by itself.
const [few, many] = [60, 3_000];
/** Up to here all is in sight. */
const most = 16;

/** Why each gate stands as it does: trees that unfold, the worst first, each node with its reason, its next step and who acts. */
export function treeSection(about: PullCase): Html {
  const { explained, gate, locale } = about;
  const say = pullWords[locale];
  const gates = gate === null ? explained.gates : explained.gates.filter(({ verdict }) => verdict.gate === gate);
  return html`<section id="why" ${live(about)}>
    <h2>${say.tree}</h2>
    <p class="dim">${say.treeText}</p>
    ${gates.map((each) => gateTree(each, about))}
  </section>`;
}

function gateTree(gate: ExplainedGate, about: PullCase): Html {
  const say = pullWords[about.locale];
  const { verdict } = gate;
  const { shown, left, idle } = chooseNodes(verdict, about.gate === null ? few : many);
  const who = new Map(gate.actions.map((action) => [action.what, action] as const));
  const drawn: Drawn = { about, shown, who, unfolds: shown.size <= most };
  const rest = [left > 0 ? say.left(left) : '', idle > 0 ? say.idleNodes(idle) : ''].filter((text) => text !== '').join('; ');
  return html`<div class="box" id="gate-${verdict.gate}">
    <h3>${outcomeMark(verdict.verdict, about.locale)} ${said(verdict.title, spoken(about))} <code>${gate.checkName}</code></h3>
    <div class="body">
      ${sentences(verdict, drawn)}
      ${
        shownBelow(verdict, drawn).length === 0
          ? ''
          : html`<ul class="tree">
              ${shownBelow(verdict, drawn).map((child) => branch(child, drawn))}
            </ul>`
      }
      ${rest === '' ? '' : html`<p class="dim">${rest}. ${left > 0 && about.gate === null ? html`<a href="${decisionAddress(about, { gate: verdict.gate })}#why">${say.whole}</a>` : ''}</p>`}
      ${values(gate, about)}
    </div>
  </div>`;
}

interface Drawn {
  /** Whether what is open stands unfolded: where there is little of it. */
  readonly unfolds: boolean;
  readonly about: PullCase;
  readonly shown: ReadonlySet<GateEntry>;
  /** Of the smallest set, by what they say. */
  readonly who: ReadonlyMap<string, ExplainedAction>;
}

function shownBelow({ children }: GateEntry, { shown }: Drawn): readonly GateEntry[] {
  return children.filter((child) => shown.has(child));
}

function branch(node: GateEntry, drawn: Drawn): Html {
  const { about } = drawn;
  const say = pullWords[about.locale];
  const below = shownBelow(node, drawn);
  const head = html`${outcomeMark(node.verdict, about.locale)} <strong>${said(node.title, spoken(about))}</strong>`;
  if (below.length === 0) return html`<li>${head} ${sentences(node, drawn)}</li>`;
  const open = below.filter((child) => isOpen(child.verdict)).length;
  return html`<li>
    <details ${isOpen(node.verdict) && drawn.unfolds ? 'open' : ''}>
      <summary>${head} <span class="dim">${say.below(open, node.children.length)}</span></summary>
      ${sentences(node, drawn)}
      <ul>
        ${below.map((child) => branch(child, drawn))}
      </ul>
    </details>
  </li>`;
}

/** Reason, next step, who acts, what was waived and until when. */
function sentences(node: GateEntry, { about, who }: Drawn): Html {
  const say = pullWords[about.locale];
  const { waivedBy, deadline, next } = node;
  const isLast = node.children.every(({ verdict }) => !isOpen(verdict));
  const act = isOpen(node.verdict) && next !== null && isLast ? (who.get(next)?.who ?? null) : null;
  return html`<div class="said">
    <p>${said(node.reason.startsWith(`${node.title}: `) ? node.reason.slice(node.title.length + 2) : node.reason, spoken(about))}</p>
    ${waivedBy ? html`<p class="dim">${say.waived(waivedBy.login, waivedBy.until.slice(0, 10))}: ${waivedBy.reason}</p>` : ''}
    ${deadline === undefined ? '' : html`<p class="dim">${say.until} ${deadline}</p>`}
    ${
      next === null || !isOpen(node.verdict) || !isLast
        ? ''
        : html`<p class="next">
            <span class="dim">${say.next}:</span> ${said(next, spoken(about))}
            <span class="dim">· ${say.who}:</span> ${act === null ? say.actors[actorOf(node)] : said(act, spoken(about))}
          </p>`
    }
  </div>`;
}

function actorOf({ id, title, verdict, code, reason, next }: GateEntry): Actor {
  return problemActor({ id, title, verdict, code, reason, next, children: [] });
}

function values({ restsOn }: ExplainedGate, about: PullCase): Html | '' {
  const say = pullWords[about.locale];
  const fit = about.gate === null ? 40 : 1_000;
  if (restsOn.length === 0) return '';
  return html`<details>
    <summary>${say.restsOn} <span class="dim">(${restsOn.length})</span></summary>
    <ul class="values">
      ${restsOn
        .slice(0, most)
        .map(
          ({ path, value, from, locked }) =>
            html`<li>
              <code>${path}</code> ${value === null ? html`<em>${say.unset}</em>` : said(value, spoken(about))}
              ${from === null ? '' : html`<span class="tag">${say.from[from]}${locked ? `, ${say.locked}` : ''}</span>`}
            </li>`,
        )}
      ${restsOn.length > fit ? html`<li class="dim">${say.more(restsOn.length - fit)}</li>` : ''}
    </ul>
  </details>`;
}
