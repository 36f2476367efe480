#!/usr/bin/env python3
"""Times XGBoost on tables of many shapes: the own runs of boosting.csv. Writes rows, columns, depth, threads, trees and seconds.

  tests/bench/fit/boosting.py [THREADS...] > runs.csv     (needs numpy and xgboost; about ten minutes on a quiet computer)

Without numbers of threads: one and two. Two runs each, the faster one counts.

Left out of boosting.csv: runs of which sorting the values into bins, which is not timed, would have taken more than 15 % at 30 ns a value;
runs on two threads that other work had disturbed; and, of the virtual server with 16 cores, runs in which histograms take over a quarter.
Such servers hand out memory slowly (15 us a page were measured on one), and XGBoost asks for the histograms of each tree anew.
"""
import csv
import sys
import time

import numpy as np
import xgboost

SHAPES = [(10_000, 8), (10_000, 30), (10_000, 100), (10_000, 400), (100_000, 8), (100_000, 30), (100_000, 100), (100_000, 400),
          (1_000_000, 8), (1_000_000, 30), (1_000_000, 100), (4_000_000, 10), (4_000_000, 28)]
CELLS = 3e9  # cells and levels to work through in one run
LONG = 6.0   # seconds from which one run is enough


def table(rows, columns, random):
    values = random.standard_normal((rows, columns), dtype=np.float32)
    weights = random.standard_normal(columns).astype(np.float32)
    signal = values @ weights / np.sqrt(columns) + np.sin(values[:, 0] * 3)
    return values, (signal + random.standard_normal(rows) * 0.7 > 0).astype(np.float32)


def best_time(data, depth, threads, trees):
    best = float('inf')
    for _ in range(2):
        start = time.time()
        xgboost.train({'tree_method': 'hist', 'max_depth': depth, 'nthread': threads, 'eta': 0.1, 'objective': 'binary:logistic'},
                      data, trees)
        best = min(best, time.time() - start)
        if best > LONG:
            break
    return best


def main():
    counts = [int(word) for word in sys.argv[1:]] or [1, 2]
    writer = csv.writer(sys.stdout, lineterminator='\n')
    writer.writerow(['rows', 'columns', 'depth', 'threads', 'trees', 'seconds'])
    random = np.random.default_rng(1)
    for rows, columns in SHAPES:
        values, classes = table(rows, columns, random)
        for threads in counts:
            data = xgboost.DMatrix(values, classes, nthread=threads)
            xgboost.train({'tree_method': 'hist', 'nthread': threads, 'max_depth': 2}, data, 1)  # sorts the values into bins
            for depth in (3, 6, 10):
                trees = max(4, min(100, int(CELLS / (rows * columns * depth) / (1.0 if threads == 1 else 0.6))))
                writer.writerow([rows, columns, depth, threads, trees, round(best_time(data, depth, threads, trees), 4)])
                sys.stdout.flush()


if __name__ == '__main__':
    main()
