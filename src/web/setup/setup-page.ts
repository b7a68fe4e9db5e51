import { html } from 'hono/html';
import { gateKinds } from '../../core/playbook/playbook-schema.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { setupWords } from './setup-words.ts';

/** The page to which GitHub sends an administrator after the installation. It shows nothing of any repository, for whoever knows its address can open it. */
export function setupPage({ appId, locale }: { readonly appId: number; readonly locale: Locale }) {
  const say = setupWords[locale];
  const other = locale === 'es' ? 'en' : 'es';
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say.title}</title>
        <link rel="stylesheet" href="/setup/setup.css" />
      </head>
      <body>
        <header><a href="/setup?lang=${other}" lang="${other}" hreflang="${other}">${say.other}</a></header>
        <main>
          <h1>${say.title}</h1>
          <p>${say.lead}</p>
          <h2>${say.configure}</h2>
          <ol>
            ${say.configureSteps.map((step) => html`<li>${step}</li>`)}
          </ol>
          <h2>${say.enforce}</h2>
          <p>${say.enforceLead}</p>
          <form action="/setup/ruleset.json" method="get">
            <fieldset aria-describedby="only">
              <legend>${say.choose}</legend>
              ${gateKinds.map((gate) => html`<label><input type="checkbox" name="gate" value="${gate}" checked /> ${say.gates[gate]}</label>`)}
              <p id="only">${say.only}</p>
            </fieldset>
            <label for="branches">${say.branches}</label>
            <textarea id="branches" name="branches" rows="3" aria-describedby="branches-help"></textarea>
            <p id="branches-help">${say.branchesHelp}</p>
            <button type="submit">${say.download}</button>
          </form>
          <ol>
            ${say.steps.map((step) => html`<li>${step}</li>`)}
          </ol>
          <p>${say.orCommand}</p>
          <pre><code>sprintgate enforce --repo OWNER/REPO --app-id ${appId} --yes</code></pre>
          <p><strong>${say.leaving}</strong></p>
        </main>
      </body>
    </html>`;
}
