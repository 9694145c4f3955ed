/** Whether the page that stands now is still shown when this is asked later: an answer that comes late takes nobody away from where they went. */
export function stillHere(): () => boolean {
  const { pathname } = location;
  return () => location.pathname === pathname;
}
