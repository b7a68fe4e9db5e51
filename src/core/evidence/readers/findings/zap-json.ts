import { expectedList } from '../../input/expected-list.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import { zapRisk } from './zap-risk.ts';

/**
 * OWASP ZAP, traditional JSON report (with or without requests). A finding is an alert: a rule at a site, whatever the number of its
 * instances. Severity is `riskcode`; an alert of `confidence` 0 is a false positive by the user's word, and suppressed.
 */
export const zapJson: JsonReader = {
  format: 'zap-json',
  kind: 'findings',
  recognises(document) {
    if (!isObject(document) || !Object.hasOwn(document, 'site')) return false;
    return memberOf(document, '@programName') === 'ZAP' || (typeof memberOf(document, '@version') === 'string' && Object.hasOwn(document, '@generated'));
  },
  read(document) {
    const scan = openScan();
    const site = memberOf(document, 'site');
    const sites = expectedList(isObject(site) ? [site] : site, 'site');
    for (const { name, alert } of sites.flatMap((one) => alertsOf(one))) {
      if (String(memberOf(alert, 'confidence')) === '0') scan.suppress();
      else
        scan.find({
          id: memberOf(alert, 'alertRef') ?? memberOf(alert, 'pluginid'),
          severity: zapRisk(memberOf(alert, 'riskcode')),
          title: memberOf(alert, 'name') ?? memberOf(alert, 'alert'),
          file: memberOf(listOf(memberOf(alert, 'instances'))[0], 'uri') ?? name,
        });
    }
    if (sites.length === 0) scan.flag('nothing-scanned: the report names no site');
    return scan.end({
      tool: 'zap',
      version: memberOf(document, '@version'),
      madeAt: memberOf(document, 'created'),
      outcome: sites.length === 0 ? 'empty' : 'ok',
    });
  },
};

function alertsOf(site: unknown): { name: string | null; alert: unknown }[] {
  const alerts = memberOf(site, 'alerts');
  return expectedList(isObject(alerts) ? [alerts] : alerts, 'site[].alerts').map((alert) => ({ name: textOf(memberOf(site, '@name')), alert }));
}
