#!/usr/bin/env python3
"""Compares every package the product is made of, with those they bring along, with the advisories of the registries they come from.

    eng/audit.py nuget | npm

Exit code 0: compared, nothing known. 1: something known is used, or the comparison failed. 3: the registry has no advisory data, so
nothing was compared; the reason is the last line.
"""
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NO_DATA = 3
SERIOUS = ("high", "critical", "moderate")


def run(*command, cwd=ROOT):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    return done.returncode, done.stdout, done.stderr


def get(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return json.load(answer)


def advisories_of(source):
    """Why a NuGet source cannot be asked, or None: without its database the client calls every package sound."""
    try:
        resources = get(source)["resources"]
        pages = [r["@id"] for r in resources if r["@type"].startswith("VulnerabilityInfo")]
        if not pages:
            return f"{source} offers no advisories"
        return None if get(pages[0]) else f"{pages[0]} is empty"
    except (urllib.error.URLError, TimeoutError, ValueError, KeyError) as error:
        return f"{source}: {error}"


def nuget():
    _, listed, _ = run("dotnet", "nuget", "list", "source", "--format", "short")
    sources = [line.split(" ", 1)[1] for line in listed.splitlines() if line.startswith("E ")]
    reasons = [reason for reason in map(advisories_of, sources) if reason]
    if reasons or not sources:
        return NO_DATA, "; ".join(reasons) or "no source is configured"
    code, text, errors = run("dotnet", "list", "Approvals.sln", "package", "--vulnerable", "--include-transitive", "--format", "json")
    if code != 0:
        return 1, (text + errors)[-2000:]
    projects = json.loads(text[text.index("{"):])["projects"]
    found = sorted({
        f"{package['id']} {package['resolvedVersion']}: {hole['severity']} {hole['advisoryurl']}"
        for project in projects for framework in project.get("frameworks", [])
        for package in framework.get("topLevelPackages", []) + framework.get("transitivePackages", [])
        for hole in package.get("vulnerabilities", [])})
    return (1, "\n".join(found)) if found else (0, f"{len(projects)} projects")


def npm():
    _, text, _ = run("npm", "audit", "--json", cwd=os.path.join(ROOT, "src", "Approvals.Web", "ui"))
    answer = json.loads(text[text.index("{"):])
    if "metadata" not in answer:
        return NO_DATA, answer.get("message") or answer.get("error", {}).get("summary") or "the registry does not answer"
    found = [f"{name}: {hole['severity']} {hole.get('range', '')}" for name, hole in answer["vulnerabilities"].items() if hole["severity"] in SERIOUS]
    return (1, "\n".join(found)) if found else (0, f"{answer['metadata']['dependencies']['total']} packages")


def main():
    code, said = {"nuget": nuget, "npm": npm}[sys.argv[1]]()
    print(said)
    return code


if __name__ == "__main__":
    sys.exit(main())
