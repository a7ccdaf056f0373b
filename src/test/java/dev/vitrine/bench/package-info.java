/// What running costs, measured by JMH; no part of the tests.
///
/// `mvn -q process-test-classes -Pbench` runs all, with `-Dbench=RunBenchmark` those whose names
/// match; further JMH options go into `-Dbench.options="-bm sample -f 3"`. Figures hold as ratios
/// inside one run on one machine; on a busy one compare the medians of `-bm sample`.
package dev.vitrine.bench;
