#!/usr/bin/env python3
"""Check a log of publication without the system that made it: Python alone, and OpenSSL for the signatures.

    python3 publication_proof.py publication-log.json --name 0123456789abcdef

It confirms that each act stands in the log, that every signed head continues the one before, that the heads were signed
by the key of that name (it stands on paper at the office), and with --site that the files are those published. What
does not fit is named, and the exit status is 1; it is 2 where the check could not be made.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

LOG_FORM, ACT_FORM, HEAD_FORM = (
    "prongsai.publication-log/1",
    "prongsai.publication-act/1",
    "prongsai.publication-head/1",
)
HEAD_TEXTS = {
    "log": "[!-~]{1,200}",
    "root": "[0-9a-f]{64}",
    "at": "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}Z",
    "key": "[0-9a-f]{16}",
    "signature": "[0-9a-f]{128}",
}
ACT_KEYS = {"address", "files", "form", "happened", "item", "kind", "post", "published", "received"}
KEY_LEAD = bytes.fromhex("302a300506032b6570032100")
"""What stands before the 32 bytes of an Ed25519 key (RFC 8410)."""


class CannotCheckError(Exception):
    """The check could not be made: a file or a program is not there, or the file is no log."""


def node(left: bytes, right: bytes) -> bytes:
    """Hash two nodes (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def leaf_hash(leaf: str) -> bytes:
    """Hash a leaf (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x00" + leaf.encode()).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Give the root over leaf hashes, one after the other."""
    peaks: list[tuple[int, bytes]] = []
    for leaf in leaves:
        width, carried = 1, leaf
        while peaks and peaks[-1][0] == width:
            carried = node(peaks.pop()[1], carried)
            width *= 2
        peaks.append((width, carried))
    if not peaks:
        return hashlib.sha256(b"").digest()
    root = peaks.pop()[1]
    while peaks:
        root = node(peaks.pop()[1], root)
    return root


def leads_up(index: int, size: int, path: Sequence[bytes], reached: bytes) -> bytes | None:
    """Give the root to which a path leads (RFC 9162, 2.1.3.2); None where its length does not fit."""
    place, last = index, size - 1
    for hashed in path:
        if last <= 0:
            return None
        if place & 1 or place == last:
            reached = node(hashed, reached)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            reached = node(reached, hashed)
        place, last = place >> 1, last >> 1
    return reached if last == 0 else None


def continues(first: int, second: int, proof: Sequence[bytes], older_root: bytes, newer_root: bytes) -> bool:
    """Tell whether the log at a second size begins with that at a first (RFC 9162, 2.1.4.2)."""
    if first > second:
        return False
    if first in (0, second):
        return not proof and (first == 0 or older_root == newer_root)
    path = [older_root, *proof] if first & (first - 1) == 0 else list(proof)
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    if not path:
        return False
    older = newer = path[0]
    for hashed in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            older, newer = node(hashed, older), node(hashed, newer)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            newer = node(newer, hashed)
        place, last = place >> 1, last >> 1
    return last == 0 and older == older_root and newer == newer_root


def canonical(told: object) -> str:
    """Write JSON in the one form that is hashed and signed."""
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def body_of(head: dict[str, Any]) -> str:
    """Give what was signed of a head."""
    return canonical(
        {"at": head["at"], "form": HEAD_FORM, "log": head["log"], "root": head["root"], "size": head["size"]}
    )


def key_name(pem: Path) -> str:
    """Give the hash of the key in a PEM file; its first sixteen figures are the name printed on paper."""
    letters = "".join(line for line in pem.read_text("ascii").splitlines() if "-----" not in line)
    key = base64.b64decode(letters)
    if len(key) != 44 or not key.startswith(KEY_LEAD):
        raise CannotCheckError(f"{pem.name} ไม่ใช่กุญแจ Ed25519")
    return hashlib.sha256(key[12:]).hexdigest()


def signed(pem: Path, body: str, signature: str) -> bool:
    """Ask OpenSSL whether the key's owner signed a text."""
    program = shutil.which("openssl")
    if program is None:
        raise CannotCheckError("ตรวจลายมือชื่อไม่ได้ เพราะไม่พบโปรแกรม OpenSSL")
    with tempfile.TemporaryDirectory() as folder:
        text, mark = Path(folder, "text"), Path(folder, "signature")
        text.write_text(body, encoding="ascii")
        mark.write_bytes(bytes.fromhex(signature))
        question = [program, "pkeyutl", "-verify", "-pubin", "-inkey", str(pem), "-rawin"]
        question += ["-in", str(text), "-sigfile", str(mark)]
        return subprocess.run(question, capture_output=True, check=False).returncode == 0  # noqa: S603 - no shell


def read_log(path: Path) -> dict[str, Any]:
    """Read a log; what is no log cannot be checked. A key that stands twice in it is refused."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise CannotCheckError("มีชื่อซ้ำกันในแฟ้มบันทึก")
        return dict(pairs)

    try:
        log = json.loads(path.read_text("utf-8"), object_pairs_hook=once)
    except (OSError, ValueError) as fault:
        raise CannotCheckError(f"อ่านแฟ้ม {path.name} ไม่ได้") from fault
    return well_formed(log)


def well_formed(log: object) -> dict[str, Any]:
    """Give a log back whose parts have the form they must have."""
    try:
        if not isinstance(log, dict) or log["form"] != LOG_FORM or not log["heads"]:
            raise CannotCheckError("แฟ้มนี้ไม่ใช่บันทึกการเผยแพร่")
        _demand(isinstance(log["log"], str) and log["log"].isprintable())
        for head in log["heads"]:
            _demand(all(re.fullmatch(form, head[name]) for name, form in HEAD_TEXTS.items()))
            _demand(type(head["size"]) is int and head["size"] >= 0)
        for act in log["acts"]:
            _demand(type(act["index"]) is int and act["leaf"].isascii() and isinstance(act["path"], list))
        for path in [*(act["path"] for act in log["acts"]), *log["continued"]]:
            _demand(all(re.fullmatch("[0-9a-f]{64}", text) for text in path))
    except (KeyError, TypeError, AttributeError) as fault:
        raise CannotCheckError("แฟ้มบันทึกไม่ครบส่วน") from fault
    return log


def _demand(holds: bool) -> None:
    if not holds:
        raise CannotCheckError("แฟ้มบันทึกมีส่วนที่ผิดรูปแบบ")


def wrong_with_acts(log: dict[str, Any], *, some: bool) -> Iterator[str]:
    """Name the acts that do not stand in the log as its newest head tells, and unless `some` do, those left out."""
    newest = log["heads"][-1]
    size, root = newest["size"], bytes.fromhex(newest["root"])
    seen = [act["index"] for act in log["acts"]]
    for act in log["acts"]:
        path = [bytes.fromhex(text) for text in act["path"]]
        if not 0 <= act["index"] < size or leads_up(act["index"], size, path, leaf_hash(act["leaf"])) != root:
            yield f"{called(act)}: ไม่ตรงกับบันทึกที่ลงนามไว้ (ถูกแก้ไข เพิ่ม หรือสลับที่)"
        elif act_of(act) is None:
            yield f"{called(act)}: ไม่ใช่รูปแบบของบันทึกการเผยแพร่"
    known = set(seen)
    if len(known) != len(seen) or seen != sorted(seen):
        yield "รายการซ้ำกันหรือเรียงไม่ถูกลำดับ"
    if not some:
        missing = list(islice((str(n + 1) for n in range(size) if n not in known), 20))
        if missing:
            yield f"รายการที่ {', '.join(missing)} หายไปจากบันทึกซึ่งมี {size} รายการ"


def act_of(act: dict[str, Any]) -> dict[str, Any] | None:
    """Give what an act tells, or None where it is not in its one form."""
    try:
        told = json.loads(act["leaf"])
        if canonical(told) != act["leaf"] or set(told) != ACT_KEYS or told["form"] != ACT_FORM:
            return None
        named = all(isinstance(told[name], str) for name in ("item", "kind", "address", "post", "published"))
        files = all(isinstance(text, str) for entry in told["files"] for text in entry)
        return told if named and files and all(len(entry) == 2 for entry in told["files"]) else None
    except (ValueError, TypeError):
        return None


def called(act: dict[str, Any]) -> str:
    """Name an act by its number and its item."""
    told = act_of(act)
    return f"รายการที่ {act['index'] + 1}" + (f" ({told['item']})" if told else "")


def wrong_with_heads(log: dict[str, Any], keys: dict[str, Path]) -> Iterator[str]:
    """Name the heads that none of the keys signed, and those that do not continue the one before."""
    heads = log["heads"]
    for head in heads:
        pem = next((path for name, path in keys.items() if name[:16] == head["key"]), None)
        if head["log"] != log["log"]:
            yield f"หัวบันทึก {head['at']}: เป็นของบันทึกอื่น ({head['log']})"
        if pem is None:
            yield f"หัวบันทึก {head['at']}: ลงนามด้วยกุญแจอื่น ({head['key']})"
        elif not signed(pem, body_of(head), head["signature"]):
            yield f"หัวบันทึก {head['at']}: ลายมือชื่อไม่ถูกต้อง"
    if len(log["continued"]) != len(heads) - 1:
        yield "จำนวนหลักฐานการต่อเนื่องไม่เท่ากับจำนวนหัวบันทึก"
    for older, newer, proof in zip(heads, heads[1:], log["continued"]):  # noqa: B905 - the count is told above
        hashes = [bytes.fromhex(text) for text in proof]
        roots = bytes.fromhex(older["root"]), bytes.fromhex(newer["root"])
        if older["at"] > newer["at"] or not continues(older["size"], newer["size"], hashes, *roots):
            yield f"หัวบันทึก {newer['at']}: ไม่ต่อเนื่องจากหัวบันทึก {older['at']}"


def wrong_since(log: dict[str, Any], earlier: dict[str, Any]) -> Iterator[str]:
    """Tell whether the newest head of an earlier copy still holds in this log."""
    kept = earlier["heads"][-1]
    leaves = [leaf_hash(act["leaf"]) for act in log["acts"]]
    whole = len(leaves) == log["heads"][-1]["size"]
    same = any(head["size"] == kept["size"] and head["root"] == kept["root"] for head in log["heads"])
    again = whole and kept["size"] <= len(leaves) and root_of(leaves[: kept["size"]]).hex() == kept["root"]
    if kept["log"] != log["log"] or not (same or again):
        yield f"บันทึกนี้ไม่มีสิ่งที่สำเนาเดิม ({kept['at']}) รับรองไว้ {kept['size']} รายการ: ถูกตัดหรือเขียนใหม่"


def wrong_with_files(log: dict[str, Any], site: Path) -> Iterator[str]:
    """Name the files of a site that are not those last published under their item."""
    newest: dict[str, dict[str, Any]] = {}
    for act in log["acts"]:
        told = act_of(act)
        if told:
            newest[told["item"]] = told
    for item, told in newest.items():
        for address, sha256 in told["files"] if told["kind"] != "withdraw" else []:
            path = (site / address.lstrip("/")).resolve()
            if site.resolve() not in path.parents or not path.is_file():
                yield f"{item}: ไม่พบไฟล์ {address}"
            elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
                yield f"{item}: ไฟล์ {address} ไม่ตรงกับที่เผยแพร่"


def check(
    log: dict[str, Any],
    keys: dict[str, Path],
    *,
    some: bool = False,
    earlier: dict[str, Any] | None = None,
    site: Path | None = None,
) -> list[str]:
    """Give all that does not fit, in Thai; nothing where the log holds. `keys`: PEM files by the hash of their key."""
    wrong = [*wrong_with_heads(log, keys), *wrong_with_acts(log, some=some)]
    wrong += wrong_since(log, earlier) if earlier else []
    return wrong + (list(wrong_with_files(log, site)) if site else [])


def told_of(log: dict[str, Any]) -> Iterator[str]:
    """Tell of each act what it was and since when the signed heads hold it."""
    for act in log["acts"]:
        told = act_of(act) or {}
        since = next((head["at"] for head in log["heads"] if head["size"] > act["index"]), "?")
        day = told.get("published")
        yield f"{called(act)} {told.get('kind')} {told.get('address')} เผยแพร่ {day} ลงนามรับรองไม่ช้ากว่า {since}"


def named_keys(folder: Path, given: Sequence[Path], names: Sequence[str]) -> dict[str, Path]:
    """Give the keys to go by: those given, else those beside the log; of them only those of the names demanded."""
    found = {key_name(path): path for path in (given or sorted(folder.glob("publication-key*.pem")))}
    for name in names:
        if len(name) < 16 or not any(key.startswith(name.lower()) for key in found):
            raise CannotCheckError(f"ไม่พบกุญแจชื่อ {name}")
    if names:
        found = {key: path for key, path in found.items() if any(key.startswith(name.lower()) for name in names)}
    if not found:
        raise CannotCheckError("ไม่พบกุญแจสาธารณะ (publication-key*.pem)")
    return found


def main(words: Sequence[str] | None = None) -> int:
    """Check what the command line names; the exit status says whether it holds."""
    asked = argparse.ArgumentParser(description="ตรวจหลักฐานการเผยแพร่")
    asked.add_argument("log", type=Path, help="publication-log.json หรือโฟลเดอร์ที่มีแฟ้มนี้")
    asked.add_argument("--key", type=Path, action="append", default=[], help="กุญแจสาธารณะ (PEM)")
    asked.add_argument("--name", action="append", default=[], help="ชื่อกุญแจตามที่พิมพ์ไว้บนกระดาษ")
    asked.add_argument("--earlier", type=Path, help="สำเนาบันทึกที่เก็บไว้ก่อนหน้า")
    asked.add_argument("--site", type=Path, help="โฟลเดอร์ของเว็บไซต์ที่จะเทียบไฟล์")
    asked.add_argument("--some", action="store_true", help="เป็นหลักฐานบางรายการ ไม่ใช่ทั้งบันทึก")
    given = asked.parse_args(words)
    try:
        path = given.log / "publication-log.json" if given.log.is_dir() else given.log
        log = read_log(path)
        keys = named_keys(path.parent, given.key, given.name)
        earlier = read_log(given.earlier) if given.earlier else None
        wrong = check(log, keys, some=given.some, earlier=earlier, site=given.site)
    except CannotCheckError as fault:
        sys.stdout.write(f"ตรวจไม่ได้: {fault}\n")
        return 2
    if wrong:
        sys.stdout.write("".join(f"ไม่ตรง: {sentence}\n" for sentence in wrong))
        return 1
    sys.stdout.write("".join(f"{line}\n" for line in told_of(log)))
    sys.stdout.write(f"ตรงทุกรายการ: {len(log['acts'])} รายการ หัวบันทึก {len(log['heads'])} ฉบับ\n")
    if not given.name:
        names = " ".join(name[:16] for name in keys)
        sys.stdout.write(f"โปรดเทียบชื่อกุญแจกับที่หน่วยงานพิมพ์ไว้: {names}\n")
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a console of Windows may have another
    sys.exit(main())
