#!/usr/bin/env python3
"""Word error rates of the app's own engine over the evaluation recordings, and whether it writes
what another implementation writes.

    evaluate_engine.py --sayso ../../../sayso --model .. --eval data/eval --json engine.json \\
        [--same-as reference.json] [--sets seen-voices-40s] [-- -S 8 --precision bf16]

What follows `--` goes to `sayso transcribe`. The JSON files are those of evaluate.py.
"""
import argparse
import json
import subprocess

from evaluate import HEADING, Score, sets_of


def transcribe(sayso, model, files, options):
    """{file: text}, by one run of the program."""
    run = subprocess.run([sayso, "transcribe", "-d", model, "--silent", "--format", "json",
                          *options, *files], stdout=subprocess.PIPE, text=True)
    if run.returncode:
        raise SystemExit(f"{sayso}: exit code {run.returncode}")
    said = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    return {s["file"]: s["text"] for s in said}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--sayso", required=True)
    ap.add_argument("--model", required=True)
    ap.add_argument("--eval", required=True)
    ap.add_argument("--sets", help="only these, separated by commas")
    ap.add_argument("--json", help="also write all texts to this file")
    ap.add_argument("--same-as", help="texts to compare with")
    ap.add_argument("options", nargs="*", help="for the program, after --")
    a = ap.parse_args()
    expected, results, differ, compared = {}, {}, [], 0
    if a.same_as:
        with open(a.same_as, encoding="utf-8") as f:
            expected = json.load(f)
    print(HEADING)
    for name, folder, refs in sets_of(a.eval, a.sets and a.sets.split(",")):
        heard = transcribe(a.sayso, a.model, [f"{folder}/{f}" for f in sorted(refs)], a.options)
        said = {f: heard[f"{folder}/{f}"] for f in refs}
        print(f"| {name} | {Score(refs, said)} |", flush=True)
        for file, text in expected.get(name, {}).items():
            compared += 1
            if said[file].strip() != text.strip():
                differ.append((name, file, text, said[file]))
        results[name] = said
    if a.json:
        with open(a.json, "w", encoding="utf-8") as f:
            json.dump(results, f, indent=1)
    if expected:
        print(f"{compared - len(differ)} of {compared} texts are the same")
        for line in differ:
            print("   ", *line, sep="\n      ")


if __name__ == "__main__":
    main()
