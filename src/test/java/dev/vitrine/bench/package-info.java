/// What running costs, measured by JMH; no part of the tests.
///
/// `mvn -q test -Pbench` runs all, `-Dbench=RunBenchmark` those whose names match; further JMH
/// options go into `-Dbench.options="-f 3 -prof gc"`. Figures hold for ratios inside one run on one
/// machine only.
package dev.vitrine.bench;
