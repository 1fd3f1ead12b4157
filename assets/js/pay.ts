/**
 * The payment page. `[data-poll="/address"]` asks there whether something has changed since `data-stand`, quickly at
 * first, then ever more slowly, at once when the page is looked at again or the network is back; what comes is its new
 * content, and `[data-say]` tells it to screen readers. `[data-copy]` copies its text. Without this script there is a
 * link that fetches the page again.
 */
const FIRST_MS = 4000;
const SLOWEST_MS = 30_000;
const PATIENCE_MS = 10_000;

const polled = document.querySelector<HTMLElement>('[data-poll]');
const say = document.querySelector<HTMLElement>('[data-say]');

/** Shows what works with the script, hides what is there for want of it. */
function dress(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-copy], [data-scripted]')) element.hidden = false;
  for (const element of document.querySelectorAll<HTMLElement>('[data-unscripted]')) element.hidden = true;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Older browsers, and pages that did not come over https.
    const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
    field.className = 'vh';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
  if (!button || !(await copy(button.dataset['copy'] ?? ''))) return;
  button.textContent = button.dataset['copied'] ?? '';
  if (say) say.textContent = button.dataset['copied'] ?? '';
});

if (polled) {
  let wait = FIRST_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;

  const ask = async (): Promise<boolean> => {
    const address = `${polled.dataset['poll']}?stand=${encodeURIComponent(polled.dataset['stand'] ?? '')}`;
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
      // The visit is over, or the page is gone: asking on would say nothing else.
      if (answer.status === 401 || answer.status === 404) return false;
      if (answer.status !== 200) return true;
      const stand = answer.headers.get('dawra-stand');
      if (stand === null) return true;
      polled.innerHTML = await answer.text();
      polled.dataset['stand'] = stand;
      wait = FIRST_MS;
      dress();
      if (say) say.textContent = polled.querySelector('[data-news]')?.textContent ?? '';
    } catch {
      // A weak network: the next try comes.
    }
    return true;
  };
  const next = async (): Promise<void> => {
    clearTimeout(timer);
    if (asking || document.hidden) return;
    asking = true;
    const goesOn = await ask();
    asking = false;
    if (!goesOn) return;
    timer = setTimeout(next, wait);
    wait = Math.min(SLOWEST_MS, wait * 1.4);
  };
  const soon = (): void => {
    wait = FIRST_MS;
    void next();
  };
  document.addEventListener('visibilitychange', soon);
  addEventListener('online', soon);
  addEventListener('pagehide', () => clearTimeout(timer));
  timer = setTimeout(next, wait);
}

dress();

export {};
