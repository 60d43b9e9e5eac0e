"""What no run of the tests would show: that the workflows are sound and safe, and the locks complete and clean."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-test.lock"]

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
each_lock = pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)


def load(path: Path) -> dict:
    # Every scalar stays text: YAML would read the key `on` as true.
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def steps(path: Path) -> list[dict]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def test_there_are_workflows():
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml"]


def test_workflows_fit_the_schema():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*command, *WORKFLOWS], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@each_workflow
def test_actions_are_pinned_by_commit(path):
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
    # A commit says nothing to a reader: the version stands beside it.
    for line in path.read_text("utf-8").splitlines():
        if "uses:" in line:
            assert re.search(r" # v\d+\.\d+\.\d+$", line)


@each_workflow
def test_only_deploy_may_write(path):
    workflow = load(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        permissions = job.get("permissions", {})
        if name == "deploy":
            assert permissions == {"pages": "write", "id-token": "write"}
        else:
            assert set(permissions.values()) <= {"read"}


@each_workflow
def test_only_make_is_run(path):
    # A target and nothing else: an expression written into a command could smuggle in another one.
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for step in steps(path):
        if "run" in step:
            assert step["run"] in [f"make {target}" for target in targets]


@each_workflow
def test_checkout_leaves_no_token_behind(path):
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@each_workflow
def test_jobs_end(path):
    assert all("timeout-minutes" in job for job in load(path)["jobs"].values())


def locked(path: Path) -> dict[str, str]:
    """Names and versions; fails on a line that is anything but a version, its marker, its hashes and a comment."""
    text = re.sub(r"^ *#.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    versions = {}
    for entry in text.replace("\\\n", "").splitlines():
        requirement, *hashes = entry.split("--hash=")
        assert hashes, f"{requirement} has no hash"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64} *", value) for value in hashes)
        parsed = Requirement(requirement)
        (pin,) = parsed.specifier
        assert pin.operator == "==" and parsed.url is None
        # One version for every Python and system: the same pages everywhere.
        assert parsed.name not in versions
        versions[parsed.name] = pin.version
    return versions


@each_lock
def test_lock_has_only_hashed_versions(path):
    assert locked(path)


@each_lock
def test_lock_tells_nothing_of_the_machine_that_made_it(path):
    # No address and no path has a name without one of these.
    text = path.read_text("utf-8")
    assert "/" not in text and "index" not in text and "find-links" not in text


def test_locks_agree():
    assert locked(LOCKS[0]).items() <= locked(LOCKS[1]).items()


@pytest.mark.parametrize("lock, extras", [(LOCKS[0], []), (LOCKS[1], ["test"])], ids=["site", "test"])
def test_lock_is_up_to_date(lock, extras):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    versions = locked(lock)
    for requirement in map(Requirement, wanted):
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier, "run make lock"
