"""Counts ballots once more, from what docs/recount.md and the headers say and in nothing but fractions, so that whatever `klartext tally`
gets wrong is not wrong here in the same way.

Each function takes the rules and items of a file and the ballots that count, and gives the result as the file of the program has it,
without what does not exist."""
import itertools
import math
from fractions import Fraction


def mean_of(values):
    return Fraction(sum(values), len(values))


def median_of(values):
    values = sorted(values)
    return Fraction(values[(len(values) - 1) // 2] + values[len(values) // 2], 2)


def deviation_of(values):
    mean = mean_of(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))


def summary_of(values, lowest, highest):
    """Dissent: the deviation in parts of the largest one there is, half of the people at either end."""
    variance = sum((value - mean_of(values)) ** 2 for value in values) / len(values)
    largest = Fraction(highest - lowest, 2)
    return {
        "judgements": len(values),
        "mean": mean_of(values),
        "median": median_of(values),
        "deviation": deviation_of(values),
        "dissent": deviation_of(values) / float(largest),
        "talk": variance > (Fraction(3, 10) * largest) ** 2,
    }


def judged(values, lowest, steps):
    highest = lowest + steps - 1
    row = {"steps": [values.count(step) for step in range(lowest, highest + 1)]}
    if values:
        row["summary"] = summary_of(values, lowest, highest)
    return row


def at(ballots, field, item):
    """What the ballots say of an item, of those that say something."""
    return [ballot[field][str(item)] for ballot in ballots if str(item) in ballot.get(field, {})]


def texts(ballots, field, item):
    return sorted((text.strip() for text in at(ballots, field, item)), key=lambda text: text.encode())


def sums(field, figure):
    def count(rules, items, ballots):
        said = [at(ballots, field, item) for item in range(items)]
        return {"rows": [{figure: sum(values), "ballots": len([1 for value in values if value])} for values in said]}

    return count


def single_choice(rules, items, ballots):
    chosen = [ballot.get("choice") for ballot in ballots]
    return {"counts": [chosen.count(item) for item in range(items)]}


def approval(rules, items, ballots):
    return {"rows": [{"approvals": sum(item in ballot.get("approved", []) for ballot in ballots)} for item in range(items)]}


def multiple_choice(rules, items, ballots):
    others = [ballot["other"].strip() for ballot in ballots if ballot.get("other", "").strip()]
    return {
        "rows": [{"count": sum(item in ballot.get("chosen", []) for ballot in ballots)} for item in range(items)],
        "otherCount": len(others),
        "others": sorted(others, key=lambda text: text.encode()),
    }


def agree_disagree(rules, items, ballots):
    said = [at(ballots, "stances", item) for item in range(items)]
    return {"rows": [{stance: values.count(stance) for stance in ("agree", "pass", "disagree")} for values in said]}


def rating(rules, items, ballots):
    lowest, steps = rules.get("lowest", 1), rules.get("steps", 5)
    rows = []
    for item in range(items):
        row = judged(at(ballots, "ratings", item), lowest, steps)
        row["cannotJudge"] = sum(item in ballot.get("cannotJudge", []) for ballot in ballots)
        rows.append(row)
    return {"rows": rows}


def multi_criteria(rules, items, ballots):
    lowest, steps = rules.get("lowest", 1), rules.get("steps", 5)
    rows = []
    for item in range(items):
        cells, weighed, weights = [], Fraction(0), 0
        for number, criterion in enumerate(rules["criteria"]):
            values = [judged_item[str(number)] for judged_item in at(ballots, "ratings", item) if str(number) in judged_item]
            declined = sum(number in each for each in at(ballots, "cannotJudge", item))
            cells.append({**judged(values, lowest, steps), "cannotJudge": declined})
            if values:
                better = 2 * lowest + steps - 1 - mean_of(values) if criterion["inverted"] else mean_of(values)
                weighed, weights = weighed + criterion["weight"] * better, weights + criterion["weight"]
        row = {"criteria": cells}
        if all("summary" in cell for cell in cells):
            row["total"] = weighed / weights
        rows.append(row)
    return {"rows": rows}


def consensing(rules, items, ballots):
    highest, veto = rules.get("highest", 10), rules.get("veto", 0)
    rows = []
    for item in range(items):
        values = at(ballots, "resistance", item)
        row = {
            "resistance": sum(values),
            "steps": [values.count(step) for step in range(highest + 1)],
            "judgements": len(values),
            "talk": False,
            "vetoes": sum(value >= veto for value in values) if veto else 0,
            "objections": texts(ballots, "objections", item),
        }
        if values:
            summary = summary_of(values, 0, highest)
            row |= {name: summary[name] for name in ("mean", "dissent", "talk")}
            row["acceptance"] = 100 * (1 - mean_of(values) / highest)
        rows.append(row)
    passive = items - 1 if rules.get("passive") else None
    for row in rows:
        row["betterThanPassive"] = passive is not None and row.get("mean", math.inf) < rows[passive].get("mean", -math.inf)
    return {"rows": rows} | ({} if passive is None else {"passiveItem": passive})


def quantile(values, part):
    """Between the two nearest values (Hyndman and Fan, method 7)."""
    values = sorted(values)
    place = part * (len(values) - 1)
    below = math.floor(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])


def estimate(rules, items, ballots):
    rows = []
    for item in range(items):
        # As written, not as the nearest binary number.
        values = [Fraction(str(value)) for value in at(ballots, "estimates", item)]
        row = {"estimates": len(values)}
        if values:
            row |= {
                "median": median_of(values),
                "mean": mean_of(values),
                "deviation": deviation_of(values),
                "lowerQuartile": quantile(values, Fraction(1, 4)),
                "upperQuartile": quantile(values, Fraction(3, 4)),
                "lowest": min(values),
                "highest": max(values),
            }
        rows.append(row)
    return {"rows": rows}


def open_text(rules, items, ballots):
    return {"rows": [{"answers": texts(ballots, "answers", item)} for item in range(items)]}


def borda(reading, items, rankings):
    points = [Fraction(0)] * items
    for ranking in rankings:
        places = range(items - 1, -1, -1) if reading != "counted_down" else range(len(ranking), 0, -1)
        for item, worth in zip(ranking, places):
            points[item] += worth
        left = [item for item in range(items) if item not in ranking]
        if reading == "share_rest":
            for item in left:
                points[item] += Fraction(len(left) - 1, 2)  # the mean of 0 to their number less one
    return points


def prefers(ranking, one, other):
    return one in ranking and (other not in ranking or ranking.index(one) < ranking.index(other))


def smith_set(pairs):
    """The smallest of all sets that beat everybody outside, found by trying them all."""
    items = range(len(pairs))
    for size in range(1, len(pairs) + 1):
        for inside in itertools.combinations(items, size):
            outside = [item for item in items if item not in inside]
            if all(pairs[one][other] > pairs[other][one] for one in inside for other in outside):
                return list(inside)


def fewest(among, figure):
    least = min(figure(item) for item in among)
    return [item for item in among if figure(item) == least]


def who_goes(counts, earlier, points):
    """Of those with the fewest ballots who had fewer in the latest earlier round in which they differ, then who has fewer points."""
    going = fewest(list(counts), counts.get)
    tied = len(going) > 1
    for before in [*reversed(earlier)]:
        going = fewest(going, before.get)
    return fewest(going, lambda item: points[item]), tied


def runoff(items, rankings, points):
    rounds, earlier, left = [], [], list(range(items))
    if not rankings:
        return [], None
    while True:
        tops = [next((item for item in ranking if item in left), None) for ranking in rankings]
        counts = {item: tops.count(item) for item in left}
        going, tied = who_goes(counts, earlier, points) if len(left) > 1 else ([], False)
        everybody = len(going) == len(left)
        last = len(left) <= 2 or everybody
        rounds.append(
            {
                "counts": [{"item": item, "ballots": counts[item]} for item in left],
                "exhausted": tops.count(None),
                "eliminated": [] if last else going,
                "tied": tied,
            }
        )
        if last:
            ahead = [item for item in left if item not in going]
            return rounds, ahead[0] if len(ahead) == 1 else None
        earlier.append(counts)
        left = [item for item in left if item not in going]


def ranking(rules, items, ballots):
    rankings = [ballot["ranking"] for ballot in ballots if ballot.get("ranking")]
    points = borda(rules.get("unranked", "share_rest"), items, rankings)
    pairs = [[sum(prefers(each, one, other) for each in rankings) if one != other else 0 for other in range(items)] for one in range(items)]
    result = {
        "rows": [
            {
                "points": points[item],
                "first": sum(each[0] == item for each in rankings),
                "ranked": sum(item in each for each in rankings),
            }
            for item in range(items)
        ],
        "pairwise": pairs,
        "smithSet": smith_set(pairs) if rankings else [],
    }
    if rankings and len(result["smithSet"]) == 1:
        result["condorcetWinner"] = result["smithSet"][0]
    result["runoff"], winner = runoff(items, rankings, points)
    return result if winner is None else result | {"runoffWinner": winner}


METHODS = {
    "single_choice": single_choice,
    "multiple_choice": multiple_choice,
    "approval": approval,
    "agree_disagree": agree_disagree,
    "dots": sums("dots", "dots"),
    "points": sums("points", "points"),
    "ranking": ranking,
    "rating": rating,
    "multi_criteria": multi_criteria,
    "consensing": consensing,
    "estimate": estimate,
    "open_text": open_text,
}
