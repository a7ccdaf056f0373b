package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.run.Runner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MetricsApiTest {
    @Test
    void runsAreCountedByModelAndHowTheyEnded() throws Exception {
        try (Served served = new Served()) {
            served.json("half", "{\"number\": 4}");
            served.json("half", "{\"number\": 6}");
            served.json("half", "{\"number\": 99}");
            served.json("throwing", "{}");
            try (Dialled client = new Dialled(served, "endless")) {
                client.predict("{}");
                served.begun.acquire();
                client.say("{\"event\": \"cancel\"}").message();
            }
            assertThat(metrics(served))
                    .containsEntry("vitrine_runs_total{model=\"half\",status=\"done\"}", 2.0)
                    .containsEntry("vitrine_runs_total{model=\"throwing\",status=\"failed\"}", 1.0)
                    .containsEntry("vitrine_runs_total{model=\"endless\",status=\"stopped\"}", 1.0)
                    .containsEntry("vitrine_run_seconds_count{model=\"half\"}", 2.0)
                    .containsEntry("vitrine_run_seconds_bucket{model=\"half\",le=\"+Inf\"}", 2.0)
                    .containsEntry("vitrine_run_wait_seconds_count{model=\"half\"}", 2.0)
                    .doesNotContainKey("vitrine_run_seconds_count{model=\"throwing\"}");
        }
    }

    @Test
    void theProgramIsMeasuredBeforeAnyRun() {
        try (Served served = new Served()) {
            HttpResponse<String> answer = served.get("/metrics");
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/plain")
                    .contains("version=0.0.4");
            assertThat(answer.body()).contains("# TYPE vitrine_queue_length gauge");
            Map<String, Double> metrics = metrics(served);
            assertThat(metrics).containsEntry("vitrine_queue_length", 0.0);
            assertThat(metrics.get("process_resident_memory_bytes")).isGreaterThan(1e6);
            assertThat(metrics.get("jvm_memory_used_bytes")).isGreaterThan(1e6);
            assertThat(metrics.get("vitrine_uptime_seconds")).isPositive();
            assertThat(metrics.get("process_start_time_seconds"))
                    .isBetween(1.7e9, System.currentTimeMillis() / 1e3);
        }
    }

    @Test
    void whatWaitsIsTheLengthOfTheQueue() throws Exception {
        try (Served served = new Served(Endpoint.Options.STANDARD.withPort(0), new Runner(1));
                Dialled first = new Dialled(served, "endless");
                Dialled second = new Dialled(served, "endless")) {
            first.predict("{}");
            served.begun.acquire();
            second.predict("{}");
            while (served.runner.waiting() == 0) {
                Thread.sleep(1);
            }
            assertThat(metrics(served)).containsEntry("vitrine_queue_length", 1.0);
        }
    }

    private static Map<String, Double> metrics(Served served) {
        return served.get("/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .collect(
                        Collectors.toMap(
                                line -> line.substring(0, line.lastIndexOf(' ')),
                                line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)),
                                (a, _) -> a,
                                TreeMap::new));
    }
}
