import { byId } from './dom.js';

/** Key of the chosen theme in local storage. */
const KEY = 'theme';

/** Applies the last chosen theme or else the system's, and lets the button switch it. */
export function openTheme() {
  const button = byId('theme');
  const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  set(localStorage.getItem(KEY) ?? system);
  button.addEventListener('click', () => {
    const next = document.documentElement.dataset['theme'] === 'light' ? 'dark' : 'light';
    localStorage.setItem(KEY, next);
    set(next);
  });

  /** @param {string} theme */
  function set(theme) {
    document.documentElement.dataset['theme'] = theme;
    button.setAttribute('aria-pressed', String(theme === 'light'));
  }
}
