/** For what is pressed and is not to take the focus from where it is. */
export function keepFocus(event: Event): void {
  event.preventDefault();
}
