"""The script that an outsider runs: it confirms a log of a hundred acts and refuses a thousand tampered ones."""

from __future__ import annotations

import copy
import json
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

from office.disclosure.acts_of_an_office import act, acts, content_of, heads_of
from prongsai.office.disclosure.log import (
    ActKind,
    HashTree,
    PublishedFile,
    TreeHead,
    exported_log,
    leaf_hash,
    leaf_of,
    proof_of_acts,
    publication_proof,
    sign_head,
    write_log,
)
from prongsai.platform.audit.signing import Signer, name_of

SIZES = [12, 12, 64, 100]
COUNT = 100
LAST_DIGITS = dict(zip("0123456789abcdef", "123456789abcdef0", strict=True))


@pytest.fixture(scope="module")
def signer(tmp_path_factory):
    return Signer(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    return Signer(tmp_path_factory.mktemp("stranger"))


@pytest.fixture(scope="module")
def log(signer):
    return exported_log(acts(COUNT), heads_of(acts(COUNT), SIZES, signer))


@pytest.fixture(scope="module")
def folder(log, signer, tmp_path_factory):
    place = tmp_path_factory.mktemp("export")
    write_log(place, log, [signer.public])
    return place


@pytest.fixture(scope="module")
def keys(folder):
    return publication_proof.named_keys(folder, [], [])


@pytest.fixture(scope="module", autouse=True)
def _asked_once():
    """OpenSSL is asked once about the same key, text and signature, of which a thousand logs have many."""
    asked = publication_proof.signed
    publication_proof.signed = lru_cache(maxsize=None)(asked)
    yield
    publication_proof.signed = asked


def run(folder, *words):
    command = [sys.executable, "-I", "-S", str(folder / "publication_proof.py"), str(folder), *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd="/")


def check(log, keys, **more):
    """Check as the script does: what is no log at all is refused too."""
    try:
        return publication_proof.check(publication_proof.well_formed(log), keys, **more)
    except publication_proof.CannotCheckError as fault:
        return [str(fault)]


def test_the_script_alone_confirms_a_hundred_acts(folder, signer):
    done = run(folder, "--name", signer.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"ตรงทุกรายการ: {COUNT} รายการ หัวบันทึก {len(SIZES)} ฉบับ" in done.stdout
    assert "รายการที่ 27 (ita/2568/O27) publish" in done.stdout


def test_it_tells_since_when_an_act_is_attested(folder):
    line = next(line for line in run(folder).stdout.splitlines() if line.startswith("รายการที่ 13 "))
    assert line.endswith("ไม่ช้ากว่า 2025-03-28T16:00:00Z")


def test_without_the_name_of_the_key_it_asks_to_compare_it(folder, signer):
    assert signer.name in run(folder).stdout


def test_another_name_of_the_key_is_not_accepted(folder):
    assert run(folder, "--name", "0" * 16).returncode == 2


def test_it_imports_nothing_of_ours_nor_of_others():
    text = Path(publication_proof.__file__).read_text(encoding="utf-8")
    names = {line.split()[1].split(".")[0] for line in text.splitlines() if line.startswith(("import ", "from "))}
    assert names <= set(sys.stdlib_module_names)


def resealed(told, leaves, signer, log="nongkrachang"):
    """Give a log written anew over other leaves: all paths, heads and proofs made again and signed by a key."""
    tree = HashTree(leaf_hash(leaf) for leaf in leaves)
    sizes = [min(head["size"], len(leaves)) for head in told["heads"]]
    heads = [
        sign_head(TreeHead(log, size, tree.root(size).hex(), head["at"]), signer)
        for head, size in zip(told["heads"], sizes, strict=True)
    ]
    return {
        **told,
        "acts": [
            {"index": n, "leaf": leaf.decode(), "path": [entry.hex() for entry in tree.inclusion(n, sizes[-1])]}
            for n, leaf in enumerate(leaves[: sizes[-1]])
        ],
        "heads": [head.told() for head in heads],
        "continued": [[entry.hex() for entry in tree.consistency(older, newer)] for older, newer in pairwise(sizes)],
    }


def _changed_act(number, chance):
    told = act(number)
    return chance.choice(
        [
            replace(told, published=told.published - timedelta(days=chance.randint(1, 40))),
            replace(told, post="ปลัดองค์การบริหารส่วนตำบล"),
            replace(told, files=(*told.files, PublishedFile("/later.pdf", "0" * 64))),
            replace(told, address=told.address + "x"),
            replace(told, kind=ActKind.WITHDRAW if told.kind is not ActKind.WITHDRAW else ActKind.PUBLISH),
        ]
    )


def edit_act(told, chance, _):
    entry = chance.choice(told["acts"])
    entry["leaf"] = leaf_of(_changed_act(entry["index"], chance)).decode()
    return told


def delete_act(told, chance, _):
    del told["acts"][chance.randrange(COUNT)]
    return told


def swap_acts(told, chance, _):
    one, other = chance.sample(told["acts"], 2)
    one["leaf"], other["leaf"] = other["leaf"], one["leaf"]
    return told


def insert_act(told, chance, _):
    place = chance.randrange(COUNT)
    told["acts"].insert(place, {**copy.deepcopy(told["acts"][place]), "leaf": leaf_of(act(500)).decode()})
    return told


def append_act(told, chance, _):
    told["acts"].append({"index": COUNT, "leaf": leaf_of(act(COUNT)).decode(), "path": told["acts"][-1]["path"]})
    return told


def double_act(told, chance, _):
    told["acts"].insert(chance.randrange(COUNT), copy.deepcopy(chance.choice(told["acts"])))
    return told


def bend_path(told, chance, _):
    path = chance.choice([entry["path"] for entry in told["acts"] if entry["path"]])
    place = chance.randrange(len(path))
    path[place] = LAST_DIGITS[path[place][0]] + path[place][1:]
    return told


def bend_head(told, chance, _):
    head = chance.choice(told["heads"])
    name = chance.choice(["root", "signature", "at", "size", "log", "key"])
    if name == "size":
        head["size"] += chance.choice([-1, 1])
    elif name == "at":
        head["at"] = head["at"].replace("2025", "2024")
    elif name == "log":
        head["log"] += "x"
    else:
        head[name] = LAST_DIGITS[head[name][0]] + head[name][1:]
    return told


def bend_continuation(told, chance, _):
    proof = chance.choice([entry for entry in told["continued"] if entry])
    proof[0] = LAST_DIGITS[proof[0][0]] + proof[0][1:]
    return told


def drop_head(told, chance, _):
    del told["heads"][chance.randrange(len(SIZES) - 1)]
    return told


def rehash_with_old_signatures(told, chance, stranger):
    signatures = [(head["signature"], head["key"]) for head in told["heads"]]
    fresh = _rehashed(told, chance, stranger)
    for head, (signature, key) in zip(fresh["heads"], signatures, strict=True):
        head["signature"], head["key"] = signature, key
    return fresh


def _rehashed(told, chance, signer):
    number = chance.randrange(COUNT)
    leaves = [entry["leaf"].encode() for entry in told["acts"]]
    how = chance.choice(["edit", "delete", "insert"])
    if how == "edit":
        leaves[number] = leaf_of(_changed_act(number, chance))
    elif how == "delete":
        del leaves[number]
    else:
        leaves.insert(number, leaf_of(act(500 + number)))
    return resealed(told, leaves, signer)


def resign_by_another_key(told, chance, stranger):
    return _rehashed(told, chance, stranger)


def resign_by_another_key_under_the_old_name(told, chance, stranger):
    name = told["heads"][0]["key"]
    fresh = _rehashed(told, chance, stranger)
    for head in fresh["heads"]:
        head["key"] = name
    return fresh


TAMPERINGS = [
    edit_act, delete_act, swap_acts, insert_act, append_act, double_act, bend_path, bend_head, bend_continuation,
    drop_head, rehash_with_old_signatures, resign_by_another_key, resign_by_another_key_under_the_old_name,
]  # fmt: skip


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__)
def test_a_thousand_tampered_logs_are_refused(tamper, log, keys, stranger):
    chance = random.Random(tamper.__name__)
    for _ in range(-(-1_000 // len(TAMPERINGS))):
        told = tamper(copy.deepcopy(log), chance, stranger)
        assert told != log
        assert check(told, keys) != []


def test_the_log_itself_is_confirmed_by_the_same_check(log, keys):
    assert check(copy.deepcopy(log), keys) == []


def test_what_does_not_fit_is_named(log, keys):
    told = copy.deepcopy(log)
    told["acts"][25]["leaf"] = leaf_of(replace(act(25), post="ปลัด")).decode()
    assert any("รายการที่ 26 (ita/2568/O26)" in sentence for sentence in check(told, keys))
    told = copy.deepcopy(log)
    del told["acts"][41]
    assert any("รายการที่ 42 หายไป" in sentence for sentence in check(told, keys))


def test_a_log_cut_at_an_old_head_is_seen_by_who_kept_a_copy(log, keys, signer):
    cut = exported_log(acts(64), heads_of(acts(64), SIZES[:-1], signer))
    assert check(cut, keys) == []
    assert any("ถูกตัด" in sentence for sentence in check(cut, keys, earlier=log))
    assert check(log, keys, earlier=cut) == []


def test_the_owner_of_the_key_cannot_rewrite_what_somebody_kept(log, keys, signer):
    other = [replace(entry, post="ปลัด") if n == 3 else entry for n, entry in enumerate(acts(COUNT))]
    rewritten = exported_log(other, heads_of(other, SIZES, signer))
    assert check(rewritten, keys) == []
    assert check(rewritten, keys, earlier=log) != []


def test_the_proof_of_one_act_goes_with_a_clarification(signer, keys, log):
    proof = proof_of_acts(acts(COUNT), [25], heads_of(acts(COUNT), SIZES, signer))
    assert len(proof["acts"]) == 1
    assert check(proof, keys, some=True) == []
    assert check(proof, keys, some=True, earlier=log) == []
    assert any("หายไป" in sentence for sentence in check(proof, keys))
    proof["acts"][0]["leaf"] = leaf_of(act(26)).decode()
    assert check(proof, keys, some=True) != []


def test_files_of_the_site_are_compared_with_what_was_published(folder, log, keys, tmp_path):
    newest = {act(number).item: number for number in range(COUNT)}
    for number in newest.values():
        for file in act(number).files if act(number).kind is not ActKind.WITHDRAW else ():
            path = tmp_path / file.address.lstrip("/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content_of(number))
    assert check(log, keys, site=tmp_path) == []
    assert run(folder, "--site", str(tmp_path)).returncode == 0
    number = next(n for n in newest.values() if act(n).files and act(n).kind is not ActKind.WITHDRAW)
    path = tmp_path / act(number).files[0].address.lstrip("/")
    path.write_bytes(b"later")
    assert [sentence for sentence in check(log, keys, site=tmp_path) if f"{act(number).item}:" in sentence]
    path.unlink()
    done = run(folder, "--site", str(tmp_path))
    assert done.returncode == 1
    assert "ไม่พบไฟล์" in done.stdout


def test_an_address_that_leaves_the_site_is_not_followed(keys, signer, tmp_path):
    (tmp_path / "secret").write_bytes(content_of(0))
    bad = replace(act(0), files=(PublishedFile("/../secret", act(1).files[0].sha256),))
    told = exported_log([bad], heads_of([bad], [1], signer))
    assert any("ไม่พบไฟล์" in sentence for sentence in check(told, keys, site=tmp_path / "site"))


def test_heads_of_an_earlier_key_still_count(signer, stranger, tmp_path):
    heads = [heads_of(acts(5), [3], stranger)[0], heads_of(acts(5), [3, 5], signer)[1]]
    write_log(tmp_path, exported_log(acts(5), heads), [signer.public, stranger.public])
    assert run(tmp_path).returncode == 0
    assert run(tmp_path, "--name", signer.name, "--name", stranger.name).returncode == 0
    assert run(tmp_path, "--name", signer.name).returncode == 1


def test_the_name_of_the_key_is_that_of_the_papers(folder, signer):
    pem = folder / f"publication-key-{signer.name}.pem"
    assert publication_proof.key_name(pem)[:16] == name_of(signer.public) == signer.name


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "null", "{}", '{"form": "prongsai.publication-log/1"}', "{" * 500,
        '{"form": "prongsai.publication-log/1", "log": "x", "acts": [1], "heads": [1], "continued": []}',
        '{"form": "prongsai.publication-log/1", "form": "prongsai.publication-log/1"}',
    ],
)  # fmt: skip
def test_what_is_no_log_cannot_be_checked_and_says_so(text, folder, tmp_path):
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    (tmp_path / "publication-log.json").write_text(text, encoding="utf-8")
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.startswith("ตรวจไม่ได้")


def test_every_field_of_a_log_may_be_anything_and_is_refused_quietly(log, keys):
    chance = random.Random(7)
    for _ in range(150):
        told = copy.deepcopy(log)
        place = chance.choice([told, chance.choice(told["heads"]), chance.choice(told["acts"])])
        name = chance.choice([name for name in place if name != "whole"])
        place[name] = chance.choice([None, 7, -1, "\ud800", [], {}, "x" * 64, ["x"], 10**30, True])
        assert check(told, keys) != [], name


def test_without_openssl_it_says_so(log, keys, monkeypatch):
    monkeypatch.setattr(publication_proof.shutil, "which", lambda name: None)
    publication_proof.signed.cache_clear()
    assert check(log, keys) == ["ตรวจลายมือชื่อไม่ได้ เพราะไม่พบโปรแกรม OpenSSL"]


@pytest.mark.parametrize("sizes", [[], [3, 2], [11]])
def test_a_log_that_does_not_fit_its_heads_is_not_exported(sizes, signer):
    heads = heads_of(acts(20), sizes, signer)
    with pytest.raises(ValueError, match="head"):
        exported_log(acts(10), heads)


def test_a_head_of_other_acts_is_not_exported(signer):
    with pytest.raises(ValueError, match="other acts"):
        exported_log(acts(5), heads_of(acts(9)[4:], [5], signer))


def test_the_exported_file_is_readable_json(folder, log):
    assert json.loads((folder / "publication-log.json").read_text(encoding="utf-8")) == log
