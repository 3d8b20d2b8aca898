/** Properties of a mounted part that can be changed while it is there. */
export function changing<Props extends object>(props: Props): Props {
  const now = $state(props);
  return now;
}
