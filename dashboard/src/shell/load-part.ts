// Parts of the dashboard come when they are needed, over a line that may just have broken.

const TRIES_MAX = 5;
const FIRST_WAIT_MS = 250;

/**
 * Waits out a lost connection, and tries a few times where the server does not answer.
 * @throws what the last try threw: the server has another version now, and no longer this part
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; ) {
    try {
      return await load();
    } catch (error) {
      if (!navigator.onLine) await lineIsBack();
      else if (tries === TRIES_MAX) throw error;
      else {
        await wait(FIRST_WAIT_MS * 2 ** (tries - 1));
        tries += 1;
      }
      await loadStylesAnew();
    }
  }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const lineIsBack = (): Promise<void> =>
  new Promise((resolve) => window.addEventListener('online', () => resolve(), { once: true }));

/** The import asks for each style sheet once only, be it that none came. */
async function loadStylesAnew(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const missing = [...links].filter(({ sheet }) => sheet === null);
  await Promise.all(missing.map(loadAnew));
}

/** One that still does not come is asked for again by the next try. */
function loadAnew(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    const again = link.cloneNode() as HTMLLinkElement;
    again.addEventListener('load', () => resolve());
    again.addEventListener('error', () => resolve());
    link.replaceWith(again);
  });
}
