#!/usr/bin/env python3
"""Verifies hand-over files of a journal (``checklist-handover/1``).

Written only from docs/journal-format.md and the public standards named there (RFC 8785, RFC 9901, RFC 6962 and
9162, C2SP signed-note and tlog-checkpoint, RFC 4648, RFC 8032); it shares no line and no test vector with the
project's own verifier. Needs Python 3.9 or newer and the ``openssl`` command, version 3, for Ed25519.

    python3 verify_handover.py FILE... [--known HEADS] [--withdrawals FILE...] [--json]
    python3 verify_handover.py --cases CASES [--json]

HEADS and the files of withdrawals hold signed notes, one after another, or a JSON list of them. CASES holds one JSON
object a line, ``{"file": path, "known": [notes], "withdrawals": [notes]}``: many files with their own heads.

Exit code: 0 if every file is ok, 1 if any has a fault, 2 if the command itself was used wrongly.
"""

from __future__ import annotations

import argparse
import base64
import bisect
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter, deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Callable, Iterable, Iterator, Optional

FORMAT = "checklist-handover/1"
WITHDRAWAL = "checklist-withdrawal/1"
BYTE_ORDER_MARK = "\ufeff"
MAX_LINE = 65_536
MAX_PROOFS = 10_000
MAX_PROOF_HASHES = 108
WINDOW = 65_536
MAX_FAULTS = 100
MAX_SIGNATURES = 100
# Not of the format: strays and gaps beyond so many are only counted, so that the memory stays bounded.
MAX_KEPT = 4096
MAX_NUMBER = 2**53 - 1
# Stands where a hash is not known and only the number of a proof's hashes matters.
NO_HASH = bytes(32)

KINDS = (
    "malformed", "converted-line-ends", "edit", "gap", "reorder", "duplicate", "foreign-leaf", "root-differs",
    "wrong-signature", "cut-tail", "fork", "not-comparable", "withdrawn",
)  # fmt: skip


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


# ---------------------------------------------------------------------------------------------------------------
# Spelling: RFC 4648 and RFC 8785


class Malformed(ValueError):
    """Something is not of the format."""


def need(condition: bool) -> None:
    if not condition:
        raise Malformed()


def base64_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def base64url_text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def from_base64(text: Any, length: Optional[int] = None) -> bytes:
    """RFC 4648 §4 with padding, spare bits zero."""
    need(isinstance(text, str) and re.fullmatch(r"[A-Za-z0-9+/]*={0,2}", text) is not None and len(text) % 4 == 0)
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Malformed() from None
    need(base64_text(data) == text and length in (None, len(data)))
    return data


def from_base64url(text: Any, length: Optional[int] = None) -> bytes:
    """RFC 4648 §5 without padding, spare bits zero."""
    need(isinstance(text, str) and re.fullmatch(r"[A-Za-z0-9_-]*", text) is not None and len(text) % 4 != 1)
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    need(base64url_text(data) == text and length in (None, len(data)))
    return data


def refuse_constant(_: str) -> Any:
    raise Malformed()


def parse_json(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=refuse_constant)
    except (ValueError, RecursionError):
        raise Malformed() from None


def written(value: Any) -> str:
    """The one spelling of a value, its keys in the order they have."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (ValueError, RecursionError):
        raise Malformed() from None


def utf16_order(key: str) -> bytes:
    return key.encode("utf-16-be", "surrogatepass")


def sorted_keys(value: Any) -> Any:
    """The value with the keys of every object in RFC 8785 order."""
    if isinstance(value, dict):
        return {key: sorted_keys(value[key]) for key in sorted(value, key=utf16_order)}
    if isinstance(value, list):
        return [sorted_keys(item) for item in value]
    return value


# ---------------------------------------------------------------------------------------------------------------
# Values of the format

ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
ORIGIN = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/:-]{0,127}")
PACK = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}@[0-9A-Za-z][0-9A-Za-z.+-]{0,31}")
DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
BASE64URL = re.compile(r"[A-Za-z0-9_-]+")
DECIMAL = re.compile(r"0|[1-9][0-9]{0,15}")


def matches(pattern: "re.Pattern[str]", value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def is_whole(value: Any, most: int = MAX_NUMBER) -> bool:
    return type(value) is int and 0 <= value <= most


def days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def is_day(value: Any) -> bool:
    match = DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return False
    year, month, day = (int(part) for part in match.groups())
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def need_keys(value: Any, *keys: str) -> None:
    need(isinstance(value, dict) and list(value) == list(keys))


def is_id_list(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= 200
        and all(matches(ID, item) for item in value)
        and len(set(value)) == len(value)
    )


# ---------------------------------------------------------------------------------------------------------------
# Section 10: the shared classes


def need_continues(value: dict[str, Any]) -> None:
    need_keys(value, "continues")
    old = value["continues"]
    need_keys(old, "origin", "root", "size")
    need(matches(ORIGIN, old["origin"]) and is_whole(old["size"]))
    from_base64(old["root"], 32)


COUNTS: dict[str, tuple[str, ...]] = {
    "letters": ("owed", "sent"),
    "open": ("more", "notDue", "upToFive"),
    "promises": ("kept", "made"),
    "received": (),
    "resolved": ("early", "late", "onTime"),
}


def need_counts(value: Any) -> None:
    need_keys(value, *COUNTS)
    for key, parts in COUNTS.items():
        if not parts:
            need(is_whole(value[key], 1_000_000))
            continue
        need_keys(value[key], *parts)
        need(all(is_whole(number, 1_000_000) for number in value[key].values()))


def one_of(*words: Optional[str]) -> Callable[[Any], bool]:
    return lambda value: (value is None or isinstance(value, str)) and value in words


SERVICE: dict[str, Callable[[Any], bool]] = {
    "kind": one_of("finish", "void", "correction", "letter", "day-counts"),
    "day": is_day,
    "half": one_of("am", "pm"),
    "pack": lambda value: matches(PACK, value),
    "pausePoint": lambda value: matches(ID, value),
    "outcome": one_of(None, "received", "returned", "supplement", "refused"),
    "group": lambda value: value is None or matches(ID, value),
    "channel": one_of(None, "direct", "online", "post"),
    "onTime": one_of(None, "early", "on-time", "late"),
    "practice": lambda value: isinstance(value, bool),
    "of": lambda value: value is None or isinstance(value, str),
}


def need_service(value: Any) -> None:
    need(isinstance(value, dict))
    if "continues" in value:
        need_continues(value)
        return
    kind = value.get("kind")
    extra = {"letter": {"letter"}, "day-counts": {"counts"}}.get(kind, set()) if isinstance(kind, str) else set()
    need(set(value) == set(SERVICE) | extra)
    need(all(fits(value[key]) for key, fits in SERVICE.items()))
    if kind in ("void", "correction"):
        from_base64url(value["of"], 16)
    else:
        need(value["of"] is None)
    if kind == "letter":
        need(one_of("congratulation", "condolence", "apology")(value["letter"]))
    if kind == "day-counts":
        need_counts(value["counts"])


def need_conduct(value: Any) -> None:
    need(isinstance(value, dict))
    need(set(value) - {"bypassed"} == {"rules", "cues", "missed", "skipped"})
    need(all(is_id_list(value[key]) for key in ("rules", "cues", "missed")))
    need(set(value["missed"]) <= set(value["cues"]))
    need(isinstance(value["skipped"], bool) and value.get("bypassed", True) is True)


def need_disclosure(text: str, name: str, index: int) -> None:
    """A disclosure whose digest fits: spelling, class, salt, schema, and where a continuation may stand."""
    try:
        inside = from_base64url(text).decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed() from None
    content = parse_json(inside)
    try:
        spelt = written(sorted_keys(content))
    except RecursionError:
        raise Malformed() from None
    need(spelt == inside and isinstance(content, list) and len(content) == 3)
    salt, named, value = content
    from_base64url(salt, 16)
    need(named == name)
    if name == "c":
        need_conduct(value)
        return
    need_service(value)
    need("continues" not in value or index == 0)


# ---------------------------------------------------------------------------------------------------------------
# Section 4: the tree


def leaf_hash(leaf: bytes) -> bytes:
    return sha256(b"\x00" + leaf)


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right)


@dataclass
class Tree:
    """The roots of the perfect subtrees along the right edge, largest first."""

    size: int
    hashes: list[bytes]

    def copy(self) -> Tree:
        return Tree(self.size, list(self.hashes))

    def append(self, leaf: bytes) -> None:
        size = self.size
        while size & 1:
            leaf = node(self.hashes.pop(), leaf)
            size >>= 1
        self.hashes.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        if not self.hashes:
            return sha256(b"")
        root = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            root = node(left, root)
        return root


@dataclass(frozen=True)
class Proof:
    """A consistency proof, RFC 9162 §2.1.4, and the line it stands in."""

    line: int
    older: int
    newer: int
    hashes: tuple[bytes, ...]

    @property
    def holds_older_root(self) -> bool:
        """Whether the older root can be computed: not where it is the root of one perfect subtree."""
        return self.older & (self.older - 1) != 0

    def roots(self, older_root: Optional[bytes]) -> Optional[tuple[bytes, bytes]]:
        """The roots it gives, by the algorithm of RFC 9162 §2.1.4.2; None if its shape is wrong."""
        path = list(self.hashes)
        if not self.holds_older_root:
            if older_root is None:
                return None
            path.insert(0, older_root)
        if not path:
            return None
        fn, sn = self.older - 1, self.newer - 1
        while fn & 1:
            fn, sn = fn >> 1, sn >> 1
        old = new = path[0]
        for part in path[1:]:
            if sn == 0:
                return None
            if fn & 1 or fn == sn:
                old, new = node(part, old), node(part, new)
                while fn and not fn & 1:
                    fn, sn = fn >> 1, sn >> 1
            else:
                new = node(new, part)
            fn, sn = fn >> 1, sn >> 1
        return (old, new) if sn == 0 else None


# ---------------------------------------------------------------------------------------------------------------
# Section 5: signed notes, heads, keys


@dataclass(frozen=True)
class Key:
    """A C2SP verifier key of kind Ed25519."""

    name: str
    id: bytes
    public: bytes


def read_key(text: Any) -> Key:
    need(isinstance(text, str))
    parts = text.split("+", 2)
    need(len(parts) == 3)
    name, key_id, encoded = parts
    data = from_base64(encoded, 33)
    need(data[0] == 1 and matches(ORIGIN, name))
    right = sha256(name.encode("ascii") + b"\n" + data)[:4]
    need(key_id == right.hex())
    return Key(name, right, data[1:])


@dataclass(frozen=True)
class Note:
    text: str
    signatures: tuple[tuple[str, bytes], ...]


def read_note(text: Any) -> Note:
    need(isinstance(text, str))
    need(not any((char < " " and char != "\n") or unicodedata.category(char) == "Cs" for char in text))
    body, blank, signed = text.rpartition("\n\n")
    lines = signed[:-1].split("\n")
    need(blank != "" and body != "" and signed.endswith("\n") and len(lines) <= MAX_SIGNATURES)
    return Note(body + "\n", tuple(read_signature(line) for line in lines))


def is_key_name(name: str) -> bool:
    return name != "" and "+" not in name and not any(char.isspace() for char in name)


def read_signature(line: str) -> tuple[str, bytes]:
    need(line.startswith("— "))
    name, space, encoded = line[2:].partition(" ")
    need(space != "" and is_key_name(name))
    data = from_base64(encoded)
    need(len(data) > 4)
    return name, data


class Ed25519:
    """Checks signatures with openssl; remembers answers, for the same note often comes again."""

    SPKI = bytes.fromhex("302a300506032b6570032100")

    def __init__(self) -> None:
        self.answers: dict[bytes, bool] = {}

    def verifies(self, public: bytes, message: bytes, signature: bytes) -> bool:
        if len(signature) != 64:
            return False
        asked = sha256(public + signature + message)
        if asked not in self.answers:
            if len(self.answers) > 10_000:
                self.answers.clear()
            self.answers[asked] = self.ask(public, message, signature)
        return self.answers[asked]

    def ask(self, public: bytes, message: bytes, signature: bytes) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            key, text, signed = (Path(folder, name) for name in ("key.der", "text", "signature"))
            key.write_bytes(self.SPKI + public)
            text.write_bytes(message)
            signed.write_bytes(signature)
            command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", str(key)]
            done = subprocess.run(
                [*command, "-sigfile", str(signed), "-in", str(text)], capture_output=True, check=False
            )
        return done.returncode == 0


ED25519 = Ed25519()

NOT_SIGNED, FORGED, SIGNED = "not-signed", "forged", "signed"


def signed_by(note: Note, key: Key) -> str:
    """Whether the key signed the note; one failing signature of it refuses the whole note (C2SP signed-note)."""
    mine = [data[4:] for name, data in note.signatures if name == key.name and data[:4] == key.id]
    if not mine:
        return NOT_SIGNED
    message = note.text.encode("utf-8")
    return SIGNED if all(ED25519.verifies(key.public, message, signature) for signature in mine) else FORGED


@dataclass(frozen=True)
class Head:
    origin: str
    size: int
    root: bytes


def three_lines(note: Note) -> tuple[str, str, str]:
    lines = note.text[:-1].split("\n")
    need(len(lines) == 3)
    return lines[0], lines[1], lines[2]


def read_head(note: Note) -> Head:
    origin, size, root = three_lines(note)
    need(is_key_name(origin) and matches(DECIMAL, size) and int(size) <= MAX_NUMBER)
    head = Head(origin, int(size), from_base64(root, 32))
    need(head.size > 0 or head.root == sha256(b""))
    return head


# ---------------------------------------------------------------------------------------------------------------
# Section 6: the lines


@dataclass(frozen=True)
class Header:
    key: Key
    before: Tree
    later: Optional[str]


def need_name(name: Any) -> None:
    if name is None:
        return
    need(isinstance(name, str) and name != "")
    need(not any(unicodedata.category(char) in ("Cc", "Cs") for char in name))
    need(len(name.encode("utf-16-le")) <= 400)


def need_stated(value: Any) -> None:
    if value is None:
        return
    need_keys(value, "rules", "skipped", "bypassed")
    rules = value["rules"]
    need(isinstance(rules, dict) and len(rules) <= 500 and list(rules) == sorted(rules, key=utf16_order))
    for name, sums in rules.items():
        need(matches(ID, name))
        need_keys(sums, "missed", "of")
        need(is_whole(sums["missed"]) and is_whole(sums["of"]) and sums["missed"] <= sums["of"])
    need(is_whole(value["skipped"]) and is_whole(value["bypassed"]))


def read_range(value: Any) -> Tree:
    need_keys(value, "size", "hashes")
    size, hashes = value["size"], value["hashes"]
    need(is_whole(size) and isinstance(hashes, list) and len(hashes) == bin(size).count("1"))
    return Tree(size, [from_base64(item, 32) for item in hashes])


def parse_line(text: str) -> Any:
    value = parse_json(text)
    need(written(value) == text)
    return value


def read_header(text: str) -> Header:
    value = parse_line(text)
    need_keys(value, "format", "origin", "key", "author", "name", "period", "before", "stated", "later")
    need(value["format"] == FORMAT and matches(ORIGIN, value["origin"]))
    key = read_key(value["key"])
    need(key.name == value["origin"])
    from_base64url(value["author"], 16)
    need_name(value["name"])
    period = value["period"]
    need_keys(period, "from", "to")
    need(is_day(period["from"]) and is_day(period["to"]) and period["from"] <= period["to"])
    need_stated(value["stated"])
    need(value["later"] is None or isinstance(value["later"], str))
    return Header(key, read_range(value["before"]), value["later"])


def read_proof(text: str, line: int) -> Proof:
    value = parse_line(text)
    need_keys(value, "proof")
    proof = value["proof"]
    need_keys(proof, "from", "to", "hashes")
    older, newer, hashes = proof["from"], proof["to"], proof["hashes"]
    need(is_whole(older) and is_whole(newer) and 1 <= older < newer)
    need(isinstance(hashes, list) and len(hashes) <= MAX_PROOF_HASHES)
    return Proof(line, older, newer, tuple(from_base64(item, 32) for item in hashes))


@dataclass(frozen=True)
class Leaf:
    line: int
    listed: bytes
    own: bytes
    digests: dict[str, str]
    index: int
    open: list[str]


def read_leaf(text: str, line: int) -> Leaf:
    value = parse_line(text)
    need_keys(value, "h", "leaf", "n", "open")
    leaf, opened = value["leaf"], value["open"]
    need_keys(leaf, "c", "id", "p", "s", "v")
    for name in ("c", "p", "s"):
        from_base64url(leaf[name], 32)
    from_base64url(leaf["id"], 16)
    need(type(leaf["v"]) is int and leaf["v"] == 1 and is_whole(value["n"]))
    need(isinstance(opened, list) and len(opened) <= 2 and all(matches(BASE64URL, item) for item in opened))
    own = leaf_hash(written(leaf).encode("ascii"))
    return Leaf(line, from_base64(value["h"], 32), own, leaf, value["n"], opened)


# ---------------------------------------------------------------------------------------------------------------
# Faults and answers


class Faults:
    """Faults in the order they were found; the first hundred are listed, more are counted."""

    def __init__(self) -> None:
        self.listed: list[tuple[str, Optional[int]]] = []
        self.more = 0

    def add(self, kind: str, line: Optional[int] = None) -> None:
        if len(self.listed) < MAX_FAULTS:
            self.listed.append((kind, line))
        else:
            self.more += 1

    def __bool__(self) -> bool:
        return bool(self.listed)

    def in_order(self) -> list[dict[str, Any]]:
        def place(fault: tuple[str, Optional[int]]) -> tuple[float, int]:
            kind, line = fault
            return (float("inf") if line is None else line, KINDS.index(kind))

        listed = sorted(self.listed, key=place)
        return [{"kind": kind, "line": line} for kind, line in listed]


class Fatal(Exception):
    """A fault after which nothing more is said."""

    def __init__(self, kind: str, line: Optional[int]) -> None:
        super().__init__(kind)
        self.kind = kind
        self.line = line


@dataclass
class Answer:
    faults: Faults
    start: int = 0
    end: int = 0
    name: str = ""
    closed: dict[str, int] = field(default_factory=lambda: {"service": 0, "conduct": 0})
    consistent: list[int] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        if self.faults:
            answer: dict[str, Any] = {"ok": False, "faults": self.faults.in_order()}
            return {**answer, "more": self.faults.more} if self.faults.more else answer
        sizes = sorted(set(self.consistent))
        return {
            "ok": True, "faults": [], "from": self.start, "to": self.end, "sha256": self.name,
            "closed": self.closed, "consistentWith": sizes, "witnessed": len(sizes) > 0,
        }  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------
# Step d: the order of the leaves


@dataclass
class Stray:
    line: int
    index: int
    own: bytes
    duplicate: bool = False
    foreign: bool = False


@dataclass
class Gap:
    """Leaves that are missing: those from first to last that no stray filled."""

    line: int
    first: int
    last: int
    tied: Optional[Stray] = None
    filled: set[int] = field(default_factory=set)

    def is_left(self) -> bool:
        if self.tied is not None and self.tied.foreign:
            return False
        return len(self.filled) <= self.last - self.first


class Order:
    """Judges the indices of the leaf lines as they come; remembers the last 65,536 leaves in place."""

    def __init__(self, start: int) -> None:
        self.faults = Faults()
        self.start = start
        self.expected = start
        self.readable = 0
        self.leaf_lines = 0
        self.first_line = 0
        self.last_line = 0
        self.renumbered = 0
        self.pending: Optional[Stray] = None
        self.unread_since = 0
        self.strays: list[Stray] = []
        self.strays_of: dict[bytes, list[Stray]] = {}
        self.gaps: list[Gap] = []
        self.window: deque[bytes] = deque()
        self.in_place: Counter[bytes] = Counter()
        self.misnumbered: list[int] = []

    def leaf(self, line: int, index: int, own: bytes) -> None:
        self.note_line(line)
        if index != self.start + self.readable and len(self.misnumbered) <= MAX_FAULTS:
            self.misnumbered.append(line)
        self.readable += 1
        self.judge_pending(index)
        leaf = Stray(line, index, own)
        if index == self.expected:
            self.put_in_place(leaf)
        elif index < self.expected:
            self.add_stray(leaf)
        else:
            self.pending = leaf

    def unreadable(self, line: int) -> None:
        self.note_line(line)
        if self.pending is None:
            self.expected += 1
        else:
            self.unread_since += 1

    def note_line(self, line: int) -> None:
        self.leaf_lines += 1
        self.first_line = self.first_line or line
        self.last_line = line

    def judge_pending(self, following: int) -> None:
        """Judges a jump by the index of the next leaf that can be read, less the lines between that cannot."""
        jump, unread = self.take_pending()
        if jump is None:
            return
        expected, following = self.expected, following - unread
        if following == jump.index + 1 or following not in (expected, expected + 1):
            self.jump_ahead(jump)
        else:
            self.step_aside(jump, following == expected + 1)
        self.expected += unread

    def take_pending(self) -> tuple[Optional[Stray], int]:
        taken = self.pending, self.unread_since
        self.pending, self.unread_since = None, 0
        return taken

    def jump_ahead(self, jump: Stray) -> None:
        self.add_gap(Gap(jump.line, self.expected, jump.index - 1))
        self.expected = jump.index
        self.put_in_place(jump)

    def step_aside(self, stray: Stray, in_place_of_expected: bool) -> None:
        if in_place_of_expected:
            self.add_gap(Gap(stray.line, self.expected, self.expected, stray))
        self.add_stray(stray)
        self.expected += in_place_of_expected

    def put_in_place(self, leaf: Stray) -> None:
        if self.in_place[leaf.own] > 0:
            self.renumbered += 1
            self.faults.add("duplicate", leaf.line)
        for stray in self.strays_of.get(leaf.own, []):
            stray.duplicate = True
        self.expected += 1
        self.remember(leaf.own)

    def add_gap(self, gap: Gap) -> None:
        if len(self.gaps) < MAX_KEPT:
            self.gaps.append(gap)
        else:
            self.faults.more += 1

    def add_stray(self, stray: Stray) -> None:
        same = self.strays_of.setdefault(stray.own, [])
        stray.duplicate = len(same) > 0 or self.in_place[stray.own] > 0 or stray.index < self.expected - WINDOW
        for other in same:
            other.duplicate = True
        if len(self.strays) < MAX_KEPT:
            self.strays.append(stray)
            same.append(stray)
        else:
            self.faults.more += 1

    def remember(self, own: bytes) -> None:
        self.in_place[own] += 1
        self.window.append(own)
        if len(self.window) > WINDOW:
            oldest = self.window.popleft()
            self.in_place[oldest] -= 1
            if self.in_place[oldest] == 0:
                del self.in_place[oldest]

    def finish(self, signed_size: Optional[int], last_line: int) -> None:
        self.finish_jump(signed_size)
        if signed_size is not None and self.expected < signed_size:
            self.add_gap(Gap(last_line, self.expected, signed_size - 1))
        self.judge_strays()
        if signed_size is not None:
            self.judge_surplus(signed_size)
        for gap in self.gaps:
            if gap.is_left():
                self.faults.add("gap", gap.line)

    def finish_jump(self, signed_size: Optional[int]) -> None:
        jump, unread = self.take_pending()
        if jump is None:
            return
        if signed_size is None or jump.index + unread < signed_size:
            self.jump_ahead(jump)
        else:
            self.step_aside(jump, self.expected + 1 + unread == signed_size)
        self.expected += unread

    def judge_strays(self) -> None:
        firsts = [gap.first for gap in self.gaps]
        for stray in self.strays:
            found = bisect.bisect_right(firsts, stray.index) - 1
            gap = self.gaps[found] if found >= 0 and stray.index <= self.gaps[found].last else None
            if stray.duplicate:
                self.faults.add("duplicate", stray.line)
            elif gap is not None and gap.tied is not stray:
                self.faults.add("reorder", stray.line)
                gap.filled.add(stray.index)
            else:
                stray.foreign = True
                self.faults.add("foreign-leaf", stray.line)

    def judge_surplus(self, signed_size: int) -> None:
        if self.expected - signed_size - self.renumbered <= 0:
            return
        nothing_else = not (self.strays or self.gaps or self.renumbered)
        nothing_between = self.leaf_lines > 0 and self.last_line - self.first_line + 1 == self.leaf_lines
        if nothing_else and nothing_between:
            self.faults.add("foreign-leaf", self.first_line + max(0, signed_size - self.start))
        else:
            self.faults.add("foreign-leaf")


# ---------------------------------------------------------------------------------------------------------------
# Step a: the lines of the file


def fatal(raw: bytes, line: int) -> Fatal:
    """Of a line that is too long only so many bytes are looked at as a line may have."""
    return Fatal("converted-line-ends" if b"\r" in raw[:MAX_LINE] else "malformed", line)


class Lines:
    """Reads whole lines; keeps the hash of all bytes, and of those before the line read last."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.all = hashlib.sha256()
        self.before_last = self.all.copy()
        self.number = 0

    def __iter__(self) -> Iterator[bytes]:
        while True:
            raw = self.stream.readline(MAX_LINE + 1)
            if raw == b"":
                return
            self.number += 1
            if len(raw) > MAX_LINE or not raw.endswith(b"\n"):
                raise fatal(raw, self.number)
            self.before_last = self.all.copy()
            self.all.update(raw)
            yield raw

    def text(self, raw: bytes) -> str:
        try:
            return raw[:-1].decode("utf-8")
        except UnicodeDecodeError:
            raise Fatal("malformed", self.number) from None


@dataclass(frozen=True)
class Close:
    """The last line: the head, the file's signature, and the hash of all bytes before it."""

    line: int
    checkpoint: Any
    file: Any
    before: bytes


def read_close(text: str, line: int, before: bytes) -> Close:
    value = parse_line(text)
    need_keys(value, "checkpoint", "file")
    need(isinstance(value["checkpoint"], str) and isinstance(value["file"], str))
    return Close(line, value["checkpoint"], value["file"], before)


# ---------------------------------------------------------------------------------------------------------------
# Section 7: the verifier


class Contents:
    """What one pass over the lines keeps: order, the two trees, proofs, roots at the sizes asked for."""

    def __init__(self, header: Header, wanted: Iterable[int], answer: Answer) -> None:
        self.header = header
        self.faults = answer.faults
        self.closed = answer.closed
        self.wanted = set(wanted)
        self.order = Order(header.before.size)
        self.listed = header.before.copy()
        # The leaves' own hashes: a tree of its own only from the first line on where the two differ.
        self.own: Optional[Tree] = None
        self.edited = Faults()
        self.proofs: list[Proof] = []
        self.readable = True
        self.leaf_seen = False
        self.roots: dict[int, bytes] = {}
        self.keep_root()

    def keep_root(self) -> None:
        if self.listed.size in self.wanted or self.listed.size == self.header.before.size:
            self.roots[self.listed.size] = self.listed.root()

    def line(self, text: str, line: int) -> None:
        try:
            if text.startswith('{"h"'):
                self.leaf_line(text, line)
            elif text.startswith('{"proof"'):
                self.proof_line(text, line)
            else:
                raise Malformed()
        except Malformed:
            self.faults.add("malformed", line)

    def proof_line(self, text: str, line: int) -> None:
        proof = read_proof(text, line)
        need(not self.leaf_seen)
        if len(self.proofs) == MAX_PROOFS:
            raise Fatal("malformed", line)
        self.proofs.append(proof)
        self.wanted |= {proof.older, proof.newer}
        self.keep_root()

    def leaf_line(self, text: str, line: int) -> None:
        self.leaf_seen = True
        try:
            leaf = read_leaf(text, line)
        except Malformed:
            self.readable = False
            self.order.unreadable(line)
            raise
        self.order.leaf(line, leaf.index, leaf.own)
        self.hash_leaf(leaf)
        self.open_leaf(leaf)

    def hash_leaf(self, leaf: Leaf) -> None:
        if leaf.listed != leaf.own:
            self.edited.add("edit", leaf.line)
            if self.own is None:
                self.own = self.listed.copy()
        if self.own is not None:
            self.own.append(leaf.own)
        self.listed.append(leaf.listed)
        self.keep_root()

    def open_leaf(self, leaf: Leaf) -> None:
        opened = ""
        for text in leaf.open:
            kind, name = self.judge_opening(leaf, text, opened)
            opened += name
            if kind is not None:
                # A leaf that was changed is named once, by its hash.
                if kind != "edit" or leaf.listed == leaf.own:
                    self.faults.add(kind, leaf.line)
                break
        self.closed["service"] += "s" not in opened
        self.closed["conduct"] += "c" not in opened

    def judge_opening(self, leaf: Leaf, text: str, opened: str) -> tuple[Optional[str], str]:
        digest = base64url_text(sha256(text.encode("ascii")))
        name = next((name for name in ("s", "c", "p") if leaf.digests[name] == digest), None)
        if name is None:
            return "edit", ""
        if name == "p" or name in opened or (name == "s" and opened):
            return "malformed", ""
        try:
            need_disclosure(text, name, leaf.index)
        except Malformed:
            return "malformed", name
        return None, name


class Verifier:
    def __init__(self, known: Iterable[Any], withdrawals: Iterable[Any]) -> None:
        self.known = list(known)
        self.withdrawals = list(withdrawals)

    def verify(self, stream: BinaryIO) -> Answer:
        answer = Answer(Faults())
        try:
            self.verify_lines(stream, answer)
        except Fatal as found:
            answer.faults.add(found.kind, found.line)
        return answer

    def verify_lines(self, stream: BinaryIO, answer: Answer) -> None:
        lines = Lines(stream)
        contents, close = self.read(lines, answer)
        answer.start = contents.header.before.size
        answer.name = base64_text(lines.all.digest())
        Judge(contents, close, answer).judge(self.known, self.withdrawals)

    def read(self, lines: Lines, answer: Answer) -> tuple[Contents, Close]:
        source = iter(lines)
        contents = self.read_first(lines, next(source, None), answer)
        for raw in source:
            text = lines.text(raw)
            if b"\r" in raw:
                raise Fatal("converted-line-ends", lines.number)
            if text.startswith('{"checkpoint"'):
                return contents, self.read_last(lines, text)
            contents.line(text, lines.number)
        raise Fatal("malformed", lines.number)

    def read_first(self, lines: Lines, raw: Optional[bytes], answer: Answer) -> Contents:
        if raw is None:
            raise Fatal("malformed", None)
        text = lines.text(raw)
        try:
            return Contents(read_header(text), self.sizes(), answer)
        except Malformed:
            if text.startswith(BYTE_ORDER_MARK):
                raise Fatal("malformed", 1) from None
            raise fatal(raw, lines.number) from None

    def read_last(self, lines: Lines, text: str) -> Close:
        try:
            close = read_close(text, lines.number, lines.before_last.digest())
        except Malformed:
            raise Fatal("malformed", lines.number) from None
        if lines.stream.read(1) != b"":
            raise Fatal("malformed", lines.number + 1)
        return close

    def sizes(self) -> Iterator[int]:
        for text in self.known:
            try:
                yield read_head(read_note(text)).size
            except Malformed:
                continue


def gives(tree: Tree, head: Head) -> bool:
    return tree.size == head.size and tree.root() == head.root


class Judge:
    """Steps c to j, once the lines are read."""

    def __init__(self, contents: Contents, close: Close, answer: Answer) -> None:
        self.contents = contents
        self.close = close
        self.answer = answer
        self.faults = answer.faults
        self.key = contents.header.key
        self.roots = contents.roots
        self.size = contents.listed.size

    def judge(self, known: list[Any], withdrawals: list[Any]) -> None:
        head = self.judge_head()
        self.judge_leaves(head)
        same_bytes = self.judge_file()
        self.judge_withdrawals(withdrawals)
        if self.faults or head is None:
            return
        self.answer.end = self.size = head.size
        self.judge_proofs(same_bytes)
        if self.faults:
            return
        self.judge_later()
        for text in known:
            self.judge_known(text)

    # c

    def judge_head(self) -> Optional[Head]:
        try:
            note = read_note(self.close.checkpoint)
            if signed_by(note, self.key) != SIGNED:
                self.faults.add("wrong-signature", self.close.line)
                return None
            head = read_head(note)
            need(head.origin == self.key.name and len(note.signatures) == 1)
            return head
        except Malformed:
            self.faults.add("malformed", self.close.line)
            return None

    # d, e

    def judge_leaves(self, head: Optional[Head]) -> None:
        contents, order = self.contents, self.contents.order
        order.finish(head.size if head else None, self.close.line)
        self.take(contents.edited)
        if head is None:
            self.take(order.faults)
            return
        whole = contents.listed
        if gives(whole, head) or gives(contents.own or whole, head):
            for line in order.misnumbered:
                self.faults.add("edit", line)
            return
        self.take(order.faults)
        if whole.size == head.size and contents.readable and not order.faults:
            self.faults.add("root-differs")

    def take(self, faults: Faults) -> None:
        for kind, line in faults.listed:
            self.faults.add(kind, line)
        self.faults.more += faults.more

    # f

    def judge_file(self) -> bool:
        """Whether the signed hash is that of the bytes; False too where nothing is signed."""
        try:
            note = read_note(self.close.file)
            if signed_by(note, self.key) != SIGNED:
                self.faults.add("wrong-signature", self.close.line)
                return False
            form, origin, digest = three_lines(note)
            # A further signature would give the file another name, out of the reach of its withdrawal.
            need(form == FORMAT and origin == self.key.name and len(note.signatures) == 1)
            return from_base64(digest, 32) == self.close.before
        except Malformed:
            self.faults.add("malformed", self.close.line)
            return False

    # g

    def judge_withdrawals(self, withdrawals: list[Any]) -> None:
        text = f"{WITHDRAWAL}\n{self.key.name}\n{self.answer.name}\n"
        for withdrawal in withdrawals:
            try:
                note = read_note(withdrawal)
            except Malformed:
                continue
            if note.text == text and signed_by(note, self.key) == SIGNED:
                self.faults.add("withdrawn")
                return

    # h

    def judge_proofs(self, same_bytes: bool) -> None:
        proofs = self.contents.proofs
        back = sorted((proof for proof in proofs if proof.newer <= self.size), key=lambda proof: -proof.newer)
        ahead = sorted((proof for proof in proofs if proof.newer > self.size), key=lambda proof: proof.older)
        failed = [proof for proof in back + ahead if not self.proof_holds(proof)]
        for proof in failed:
            self.faults.add("malformed" if same_bytes else "edit", proof.line)
        if not same_bytes and not failed:
            self.faults.add("edit")

    def proof_holds(self, proof: Proof) -> bool:
        """Checks a proof against the roots known so far, and learns the one it tells."""
        older, newer = self.roots.get(proof.older), self.roots.get(proof.newer)
        given = proof.roots(older or NO_HASH)
        if given is None:
            return False
        if older is None and (newer is None or not proof.holds_older_root):
            return True
        if older not in (None, given[0]) or newer not in (None, given[1]):
            return False
        self.roots[proof.older], self.roots[proof.newer] = given
        return True

    # i

    def judge_later(self) -> None:
        later = self.contents.header.later
        if later is None:
            return
        try:
            note = read_note(later)
            if signed_by(note, self.key) != SIGNED:
                self.faults.add("wrong-signature", 1)
                return
            head = read_head(note)
            told = self.roots.get(head.size)
            need(head.origin == self.key.name and head.size > self.size and (told is not None or self.size == 0))
        except Malformed:
            self.faults.add("malformed", 1)
            return
        if told not in (None, head.root):
            self.faults.add("fork", 1)

    # j

    def judge_known(self, text: Any) -> None:
        try:
            note = read_note(text)
            head = read_head(note)
        except Malformed:
            self.faults.add("not-comparable")
            return
        if head.origin != self.key.name:
            return
        signed = signed_by(note, self.key)
        if signed == NOT_SIGNED:
            self.faults.add("wrong-signature", 1)
        elif signed == FORGED:
            self.faults.add("not-comparable")
        else:
            self.compare(head)

    def compare(self, head: Head) -> None:
        root = self.roots.get(head.size)
        if head.size == 0 or self.size == 0 or root == head.root:
            self.answer.consistent.append(head.size)
        elif root is not None:
            self.faults.add("fork")
        elif head.size > self.size:
            self.faults.add("cut-tail")
        else:
            self.follow(head)

    def follow(self, head: Head) -> None:
        """Follows chains of proofs, breadth first, from a head that is older than every known root."""
        onward: dict[int, list[Proof]] = {}
        for proof in self.contents.proofs:
            onward.setdefault(proof.older, []).append(proof)
        todo, reached = deque([(head.size, head.root)]), {head.size}
        contradicted = False
        while todo:
            size, root = todo.popleft()
            for proof in onward.get(size, []):
                given = proof.roots(root)
                known = self.roots.get(proof.newer)
                if given is None or given[0] != root or known not in (None, given[1]):
                    contradicted = True
                elif known is not None:
                    self.answer.consistent.append(head.size)
                    return
                elif proof.newer not in reached:
                    reached.add(proof.newer)
                    todo.append((proof.newer, given[1]))
        self.faults.add("fork" if contradicted else "not-comparable")


# ---------------------------------------------------------------------------------------------------------------
# The command


def read_notes(path: str) -> list[Any]:
    """Signed notes from a file: a JSON list, or one note after another as they are."""
    text = Path(path).read_bytes().decode("utf-8", "replace")
    if text.startswith("["):
        notes = json.loads(text)
        return notes if isinstance(notes, list) else [notes]
    return list(split_notes(text))


def split_notes(text: str) -> Iterator[str]:
    """Single notes: text, empty line, signature lines. Empty lines between notes are read over."""
    note, signed = "", False
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        if signed and not line.startswith("— "):
            yield note
            note = ""
        signed = line.startswith("— ")
        if note or line != "\n":
            note += line
    if note:
        yield note


@dataclass(frozen=True)
class Case:
    file: str
    verifier: Verifier


def read_cases(path: str) -> Iterator[Case]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            yield Case(case["file"], Verifier(case.get("known", []), case.get("withdrawals", [])))


def asked_cases(options: argparse.Namespace) -> Iterator[Case]:
    if options.cases:
        yield from read_cases(options.cases)
    known = [note for path in options.known for note in read_notes(path)]
    withdrawals = [note for path in options.withdrawals for note in read_notes(path)]
    verifier = Verifier(known, withdrawals)
    for file in options.files:
        yield Case(file, verifier)


def told(file: str, answer: dict[str, Any]) -> str:
    if answer["ok"]:
        sizes = answer["consistentWith"]
        witnessed = f"witnessed up to {sizes[-1]}" if sizes else "not witnessed"
        return f"{file}: ok, leaves {answer['from']} to {answer['to']}, {witnessed}"
    places = (f"{fault['kind']} at line {fault['line']}" if fault["line"] is not None else fault["kind"] for fault in answer["faults"])
    more = f", {answer['more']} more" if "more" in answer else ""
    return f"{file}: {', '.join(places)}{more}"


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Verifies hand-over files of a journal.")
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--known", action="append", default=[], metavar="HEADS")
    parser.add_argument("--withdrawals", nargs="+", action="extend", default=[], metavar="FILE")
    parser.add_argument("--cases", metavar="CASES")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not options.files and not options.cases:
        parser.error("name at least one file")
    return options


def main() -> int:
    options = read_options()
    all_ok = True
    for case in asked_cases(options):
        with open(case.file, "rb") as stream:
            answer = case.verifier.verify(stream).as_json()
        all_ok = all_ok and answer["ok"]
        print(json.dumps({"file": case.file, **answer}) if options.json else told(case.file, answer))
    return 0 if all_ok else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError, KeyError) as problem:
        print(f"verify_handover: {problem}", file=sys.stderr)
        sys.exit(2)
