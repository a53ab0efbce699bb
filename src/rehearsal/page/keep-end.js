/** A distance from the end that still counts as being at the end. Pixels. */
const NEAR_END = 120;

/**
 * Keeps an element scrolled to the end, as long as it is at the end.
 * @param {HTMLElement} scroll
 */
export function keepEnd(scroll) {
  let atEnd = true;

  function toEnd() {
    scroll.scrollTop = scroll.scrollHeight;
    atEnd = true;
  }

  scroll.addEventListener('scroll', () => {
    atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
  });
  // Pictures load after their message was added, and make it taller.
  const grown = new ResizeObserver(() => {
    if (atEnd) toEnd();
  });

  return {
    toEnd,
    /** Scrolls to the end if it was there before. */
    follow() {
      if (atEnd) toEnd();
    },
    /** Watches what is in it from now on. @param {HTMLElement} content */
    watch(content) {
      grown.disconnect();
      grown.observe(content);
    },
    /** Shows something new: its end, or its beginning where it does not fit. @param {HTMLElement} element */
    lookAt(element) {
      if (element.offsetHeight <= scroll.clientHeight) return toEnd();
      scroll.scrollTop += element.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
      atEnd = false;
    },
  };
}
