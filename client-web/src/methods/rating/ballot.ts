import type { RatingBallot } from '../../wire/wire';

/** The ballot with another judgement of one item; nothing: taken back. */
export function judged(ballot: RatingBallot, item: number, picked: number | 'cannot' | undefined): RatingBallot {
  const { [item]: _, ...ratings } = ballot.ratings;
  const cannotJudge = ballot.cannotJudge.filter((each) => each !== item);
  return {
    ...ballot,
    ratings: typeof picked === 'number' ? { ...ratings, [item]: picked } : ratings,
    cannotJudge: picked === 'cannot' ? [...cannotJudge, item].sort((one, other) => one - other) : cannotJudge,
  };
}
