"""A file is written whole or not at all, and a failure is one clear line."""

import errno
import os
from pathlib import Path

import pytest

from kurilmap.errors import WriteError
from kurilmap.files import check_folder, write_all, write_text


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_text_is_written_as_it_is(tmp_path):
    path = tmp_path / "a.html"
    assert write_text(path, "島\r\n\u2028") == path
    assert path.read_bytes() == "島\r\n\u2028".encode()
    assert write_text(str(path), "again") == path
    assert path.read_text(encoding="utf-8") == "again"
    assert names(tmp_path) == ["a.html"]


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(WriteError, match=r"the folder .*gone does not exist\. Make it first\.$"):
        write_text(tmp_path / "gone" / "a.html", "x")


def test_a_file_in_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(WriteError, match=r"the folder .*file is no folder"):
        write_text(tmp_path / "file" / "a.html", "x")


def test_a_folder_in_place_of_the_file_is_named(tmp_path):
    with pytest.raises(WriteError, match=r"it is a folder\. Name a file in it\."):
        write_text(tmp_path, "x")


def test_a_device_is_not_replaced():
    with pytest.raises(WriteError, match="a device or a pipe"):
        write_text(os.devnull, "x")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", r"Cannot write '': it is no name\. Give that of a file\."),
        ("  ", r"Cannot write '  ': it is no name"),
        (".", r"it is a folder\. Name a file in it"),
        ("new/", r"Cannot write new: it is a folder"),
        ("a\0b", r"Cannot write 'a\\x00b': a name cannot hold a null character"),
        ("gone\0/b", "a name cannot hold a null character"),
        ("\ud800.html", r"Cannot write '\\ud800\.html': no file can have that name"),
        ("n" * 300, "file name too long"),
        (b"a.html", r"Cannot write b'a\.html': a path is text or a pathlib\.Path"),
        (3, "Cannot write 3: a path is text"),
        (None, "Cannot write None: a path is text"),
    ],
)
def test_a_name_that_no_file_can_have_is_refused(tmp_path, monkeypatch, name, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WriteError, match=message):
        write_text(name, "x")
    assert names(tmp_path) == []


def test_a_folder_that_you_may_not_write_to_is_named(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *args: False)  # root may write to everything
        with pytest.raises(WriteError, match=f"you may not write to the folder {tmp_path}"):
            write_text(tmp_path / "a.html", "x")


@pytest.mark.parametrize("bad", ["folder", "gone/c.html", "\0"])
def test_of_several_files_none_is_written_where_one_cannot_be(tmp_path, bad):
    (tmp_path / "folder").mkdir()
    write_text(tmp_path / "a", "old")
    with pytest.raises(WriteError):
        write_all({tmp_path / "a": "new", str(tmp_path / "b"): "new", tmp_path / bad: "new"})
    assert names(tmp_path) == ["a", "folder"]
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"


def test_of_several_files_none_is_renamed_when_the_disk_is_full(tmp_path, monkeypatch):
    calls = []

    def fail(descriptor):
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write_text(tmp_path / "a", "old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(WriteError, match=r"Cannot write .*b: there is no space left"):
            write_all({tmp_path / "a": "new", tmp_path / "b": "new"})
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"


def test_what_a_killed_process_left_an_hour_ago_goes_and_nothing_else(tmp_path):
    old, young, foreign = (
        tmp_path / name
        for name in (".kurilmap-0123456789ab.tmp", ".kurilmap-ba9876543210.tmp", ".kurilmap-x.tmp")
    )
    for path in (old, young, foreign):
        path.write_text("half", encoding="utf-8")
    for path in (old, foreign):
        os.utime(path, (0, 0))
    write_text(tmp_path / "a", "new")
    assert names(tmp_path) == sorted([young.name, foreign.name, "a"])


def test_a_folder_can_be_one_that_is_not_there_yet(tmp_path):
    assert check_folder(tmp_path / "new" / "newer") == tmp_path / "new" / "newer"
    assert check_folder(str(tmp_path)) == tmp_path
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "Cannot write to '': it is no name. Give that of a folder"),
        ("a\0", "cannot hold a null character"),
        ("file", "file is a file, not a folder"),
        ("file/in/it", r"Cannot write to .*file/in/it: .*file is a file, not a folder"),
        (None, "Cannot write to None: a path is text"),
    ],
)
def test_a_name_under_which_no_folder_can_be_is_refused(tmp_path, monkeypatch, name, message):
    monkeypatch.chdir(tmp_path)
    write_text("file", "x")
    with pytest.raises(WriteError, match=message):
        check_folder(name)


def test_half_a_surrogate_pair_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.html"
    write_text(path, "old")
    with pytest.raises(WriteError, match="half of a surrogate pair"):
        write_text(path, "new \ud800")
    assert path.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.ENOSPC, "there is no space left in"),
        (errno.EACCES, "you may not write to the folder"),
        (errno.EROFS, "you may not write to the folder"),
        (errno.EIO, "input/output error"),
    ],
)
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(
    tmp_path, monkeypatch, code, message, step
):
    path = tmp_path / "a.html"
    write_text(path, "old")

    def fail(*args, **kwargs):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(*((Path, "replace") if step == "replace" else (os, step)), fail)
        with pytest.raises(WriteError, match=message):
            write_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.html"]


def test_an_interrupted_write_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_text(tmp_path / "a.html", "x")
    assert names(tmp_path) == []


def test_a_file_that_you_may_not_write_to_stays(tmp_path, monkeypatch):
    path = tmp_path / "a.html"
    write_text(path, "old")
    with monkeypatch.context() as patch:
        # Root may write to everything.
        patch.setattr(os, "access", lambda goal, mode: Path(goal) != path)
        with pytest.raises(WriteError, match="read-only"):
            write_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"


def test_permissions_are_kept_and_new_files_follow_the_umask(tmp_path):
    path = tmp_path / "a.html"
    before = os.umask(0o027)
    try:
        write_text(path, "x")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o640
    path.chmod(0o604)
    write_text(path, "y")
    assert path.stat().st_mode & 0o777 == 0o604


def test_a_link_goes_on_pointing_at_its_file(tmp_path):
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.html"
    link.symlink_to(tmp_path / "real" / "a.html")
    write_text(link, "x")
    assert link.is_symlink()
    assert (tmp_path / "real" / "a.html").read_text(encoding="utf-8") == "x"
