import type { CardKind, SectionView } from '../wire/wire';

interface Plan {
  readonly kinds?: ReadonlyArray<CardKind>;
  readonly sections?: ReadonlyArray<SectionView>;
}
interface Card {
  readonly kind?: string;
  readonly section?: string;
}

const tones: Record<CardKind['tone'], string> = {
  yellow: 'tint-0',
  blue: 'tint-1',
  green: 'tint-2',
  red: 'tint-3',
  violet: 'tint-4',
  grey: 'tint-grey',
};

export function tintOfTone(tone: CardKind['tone']): string {
  return tones[tone];
}

/** Themes have a colour each; the fields of every canvas have the same ones. */
export function tintOfSection(sections: ReadonlyArray<SectionView>, id: string | undefined): string {
  const section = sections.find((each) => each.id === id);
  const fields = sections.filter((each) => each.canvas === section?.canvas);
  return `tint-${section ? fields.indexOf(section) % 6 : 0}`;
}

export function kindOf({ kinds }: Plan, { kind }: Card): CardKind | undefined {
  return kinds?.find((each) => each.id === kind);
}

/** Where cards have kinds, the colour is that of the kind. */
export function tintOfCard(plan: Plan, card: Card): string {
  const kind = kindOf(plan, card);
  if (kind) return tintOfTone(kind.tone);
  return tintOfSection(plan.sections ?? [], card.section);
}
