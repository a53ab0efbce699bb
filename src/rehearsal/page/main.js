/** @import { PageChange, PageMessage, ChannelView } from '../view.ts' */
import { act, fetchChannel, here, PageError } from './api.js';
import { openComposer } from './composer.js';
import { announce, byId, el } from './dom.js';
import { openEvents } from './events.js';
import { openForm } from './form.js';
import { openLog } from './log.js';
import { goBack, keepOnLeaving, kept } from './memory.js';
import { openMenu } from './menu.js';
import { drawGuilds } from './guilds.js';
import { openTheme } from './theme.js';
import { openWalk } from './walk.js';

/** After this time without an answer, a placeholder is shown. Milliseconds. */
const PATIENCE = 150;
/** Discord's number for a message command. */
const MESSAGE_COMMAND = 3;

/** @type {ChannelView} */
let view;

const log = openLog(
  {
    click: (message, button, id) => void clickButton(message, button, id),
    dismiss: (message) => void perform('dismiss', { message: message.id }),
    reply: (message) => composer.answer(message),
    menu: showMenu,
  },
  (example) => composer.type(example),
);
const composer = openComposer({
  say: (text, answers) => void perform('say', { text, ...(answers === undefined ? {} : { answers }) }),
  run({ name, subcommand, group }, options) {
    const path = { ...(subcommand ? { subcommand } : {}), ...(group ? { group } : {}) };
    void perform('command', { name, ...path, options });
  },
  up: () => walk.toLast(),
});
const walk = openWalk(byId('scroll'), () => composer.focus());
const events = openEvents({ apply: (change) => apply(change, false), catchUp: () => void catchUp() });

/**
 * Sends a request and shows its result.
 * @param {Parameters<typeof act>[0]} what
 * @param {Record<string, unknown>} body
 */
async function perform(what, body) {
  const { guild, person } = here;
  /** @type {(() => void) | undefined} */
  let stopThinking;
  const timer = setTimeout(() => {
    stopThinking = log.think();
  }, PATIENCE);
  const stop = () => {
    clearTimeout(timer);
    stopThinking?.();
  };
  try {
    await act(what, body, (change) => {
      stop();
      byId('notice').hidden = true;
      // After a switch, the change belongs to a channel that is no longer shown and will be loaded again.
      if (guild === here.guild && person === here.person) apply(change, true);
    });
  } catch (error) {
    fail(error);
  }
  stop();
}

/** `isOwn`: whether it results from an action in this tab. @param {PageChange} change @param {boolean} isOwn */
function apply(change, isOwn) {
  if (change.do === 'show') log.show(change.message, isOwn);
  else if (change.do === 'replace') log.replace(change.message);
  else if (change.do === 'remove') log.remove(change.id);
  else {
    const { form, message } = change;
    openForm(form, view.bot, (filled) => {
      filled
        .then((brought) =>
          perform('submit', {
            form: form.custom_id,
            ...brought,
            ...(message === undefined ? {} : { message }),
          }),
        )
        .catch(fail);
    });
  }
}

/** @param {unknown} error */
function fail(error) {
  if (!(error instanceof PageError)) throw error;
  const again = el(
    'button',
    { type: 'button', class: 'button', onclick: () => void move() },
    'Reload the channel',
  );
  const notice = byId('notice');
  notice.replaceChildren(el('span', {}, error.message), again);
  notice.hidden = false;
  announce(error.message);
}

/** @param {PageMessage} message @param {HTMLButtonElement} button @param {string} id */
async function clickButton(message, button, id) {
  button.setAttribute('aria-busy', 'true');
  await perform('click', { message: message.id, button: id });
  button.removeAttribute('aria-busy');
}

/** @param {PageMessage} message @param {HTMLElement} opener @param {{ x: number; y: number }} at */
function showMenu(message, opener, at) {
  const commands = view.commands.filter(({ type }) => type === MESSAGE_COMMAND);
  openMenu(
    [
      { name: 'Reply', pick: () => composer.answer(message) },
      ...(commands.length > 0 ? [{ title: 'Apps' }] : []),
      ...commands.map(({ name }) => ({
        name,
        pick: () => void perform('use', { name, message: message.id }),
      })),
    ],
    opener,
    at,
  );
}

async function move() {
  try {
    view = await fetchChannel();
  } catch (error) {
    fail(error);
    return;
  }
  byId('notice').hidden = true;
  setSide(false);
  drawGuilds(view, () => void move());
  log.open(view);
  events.listen(view.change);
  composer.open(view, view.guilds.find(({ key }) => key === here.guild)?.channel ?? '');
}

/** Shows what changed while disconnected, without touching what is being written. */
async function catchUp() {
  const { guild, person } = here;
  try {
    const next = await fetchChannel();
    if (guild !== here.guild || person !== here.person) return;
    view = next;
    log.catchUp(view);
    events.listen(view.change);
  } catch (error) {
    // While the program is not running there is nothing to catch up with.
    if (!(error instanceof PageError)) throw error;
  }
}

/** On a narrow screen servers and people are behind a button. @param {boolean} open */
function setSide(open) {
  document.body.classList.toggle('side-open', open);
  byId('open-side').setAttribute('aria-expanded', String(open));
}

function openSide() {
  byId('open-side').addEventListener('click', () => setSide(!document.body.classList.contains('side-open')));
  byId('scroll').addEventListener('pointerdown', () => setSide(false));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') setSide(false);
  });
}

openTheme();
openSide();
const tab = kept();
goBack(tab);
await move();
if (tab.draft) composer.goOn(tab.draft);
keepOnLeaving(() => composer.draft());
composer.focus();
document.body.dataset['ready'] = '';
