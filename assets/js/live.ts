/**
 * `<div data-live="/address">`: each message of the event stream at that address is the new content of the element.
 * A list begins at its end, and stays there while it is read to its end.
 */
for (const element of document.querySelectorAll<HTMLElement>('[data-live]')) {
  element.scrollTop = element.scrollHeight;
  const source = new EventSource(element.dataset.live ?? '');
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
    element.innerHTML = data;
    if (atEnd) element.scrollTop = element.scrollHeight;
  };
  addEventListener('pagehide', () => source.close());
}

export {};
