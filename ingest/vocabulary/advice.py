"""How recommendations begin: the verbs that open them, and paragraphs that are made of them. No splitting."""

from __future__ import annotations

import re

_VERBS = """
    accede achieve adhere adopt allocate allow amend apply appoint approve arrest assign assist assure authorize
    avoid ban base bolster boost bring broaden build carry cease certify clarify codify collaborate collect
    combat commit compile complete comply conduct consider consistently consolidate continue convict cooperate
    coordinate create criminalize dedicate define delegate deploy designate develop devote direct discontinue
    dismantle disseminate distribute draft educate eliminate employ empower enable enact encourage end enforce
    engage enhance enlist ensure equip establish evaluate examine exclude execute exempt expand expedite explore
    extend facilitate finalize fix follow formalize formally formulate foster fully fund further give grant
    guarantee halt hire hold identify immediately implement impose improve incorporate increase independently
    inform initiate inspect inspire institute institutionalize integrate intensify introduce invest investigate
    involve issue join keep launch lead license lift link maintain make mandate mentor modify monitor obtain
    offer open operationalize order organize partner pass penalize permit persist place plan prevent prioritize
    proactively proceed process prohibit promote promptly promulgate prosecute protect provide publicize
    publicly publish punish pursue put raise ratify reach recognize recruit redouble reduce refer refine reform
    refrain register regularly regulate reintegrate release remove repeal replace require research respond
    restructure resume reverse review revise rigorously safeguard screen seek sensitize sentence separate set
    share shift sign significantly sponsor staff standardize start stop streamline strengthen strictly submit
    substantially support sustain systematically systematize tackle take target track train transfer translate
    treat undertake uniformly update upgrade use utilize verify vigorously widely withdraw work
"""
IMPERATIVES: frozenset[str] = frozenset(_VERBS.split())
_PARTS = re.compile(r"(?:\s*[;•●▪*]\s*(?:and\s+)?|(?<=[.!?])\s+)")
_FIRST = re.compile(r"[A-Za-z]+")
_LONG = 700


def opens_advice(text: str) -> bool:
    """Does the text begin with a verb in the imperative, as a recommendation does?"""
    match = _FIRST.match(text.lstrip(" \t•●▪*-–—"))
    return match is not None and match.group().lower() in IMPERATIVES


def is_advice(paragraph: str) -> bool:
    """Is a paragraph without a heading one recommendation or a run of them, and no account of what was done?

    It begins with an imperative, and so do most of its parts between bullets, semicolons and full stops.
    """
    if not opens_advice(paragraph):
        return False
    parts = [part for part in _PARTS.split(paragraph[:20_000]) if part.strip()]
    if len(parts) == 1:
        return len(paragraph) < _LONG
    return sum(opens_advice(part) for part in parts) * 10 >= len(parts) * 7
