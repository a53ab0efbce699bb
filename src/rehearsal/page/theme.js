import { byId } from './dom.js';

/** Where the choice of a theme is kept. */
const KEY = 'theme';

/** Starts with the theme chosen last, else with the system's, and lets the button switch. */
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
