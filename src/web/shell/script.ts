/**
 * The one script. Parts of a page that are marked `data-live="SECONDS"` and have an id are read again while the page is looked at, and put
 * in place where they changed; fields that somebody has changed, or is in, are left alone. Without the script one reloads.
 */
export const script = `(() => {
  const parts = () => [...document.querySelectorAll('[data-live][id]')];
  const pace = Math.min(...parts().map((part) => Number(part.dataset.live)).filter((seconds) => seconds >= 5)) * 1000;
  if (!Number.isFinite(pace)) return;
  let failures = 0;
  const again = () => setTimeout(look, pace * 2 ** Math.min(failures, 5));
  async function look() {
    if (document.hidden) return document.addEventListener('visibilitychange', look, { once: true });
    try {
      const answer = await fetch(location.href, { redirect: 'manual', headers: { accept: 'text/html' } });
      if (answer.type === 'opaqueredirect' || answer.status === 404) return;
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of parts()) {
        const next = fresh.getElementById(part.id);
        if (next && next.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) part.replaceChildren(...next.childNodes);
      }
      failures = 0;
    } catch {
      failures += 1;
    }
    again();
  }
  again();
})();
`;
