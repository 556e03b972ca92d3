// Parts of the dashboard come when they are needed, over a line that may just have broken. A module that
// did not come is never asked for again by the same page (https://github.com/whatwg/html/issues/6768), so
// the page is loaded anew when the line is back, and nobody is writing in it.

const LOADED_ANEW = 'doorstep.loaded-anew';
/** What lacks again after the page was loaded anew may lack for good. */
const SOON_MS = 60_000;
const FIRST_WAIT_MS = 250;
const WAIT_MS_MAX = 4_000;

/** A part that lacks again keeps nobody from the rest: it waits until it may be tried once more. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  return load().catch(() => loadAnew());
}

/**
 * @param whereTo the path that is to be there when the page is loaded anew
 * @throws what the import threw, where the page was loaded anew a moment ago
 */
export async function loadScreen<T>(
  load: () => Promise<T>,
  whereTo: () => string | undefined,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (wasLoadedAnew()) throw error;
    return loadAnew(whereTo);
  }
}

async function loadAnew(whereTo: () => string | undefined = () => undefined): Promise<never> {
  await until(async () => !wasLoadedAnew() && (await isServed()) && !isWriting());
  sessionStorage.setItem(LOADED_ANEW, String(Date.now()));
  const path = whereTo();
  if (path === undefined) window.location.reload();
  else window.location.assign(path);
  return new Promise(() => {});
}

function wasLoadedAnew(): boolean {
  return Date.now() - Number(sessionStorage.getItem(LOADED_ANEW)) < SOON_MS;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let wait = FIRST_WAIT_MS; !(await isSo()); wait = Math.min(wait * 2, WAIT_MS_MAX)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function isServed(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const response = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  return response?.ok ?? false;
}

function isWriting(): boolean {
  const field = document.activeElement;
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return (
    (isField && !field.readOnly && field.value !== '') ||
    document.querySelector('[role=dialog]') !== null
  );
}
