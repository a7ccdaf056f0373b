package dev.vitrine.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class GuestsTest {
    @Test
    void theLatestAreRememberedForAWhile() {
        Guests guests = new Guests();
        Instant now = Instant.now();
        for (int i = 0; i < 1_000; i++) {
            guests.note("10.0.%d.%d".formatted(i / 250, i % 250), "Android, Linux", now);
        }
        assertThat(guests.names(now)).hasSizeLessThan(300).first().asString().startsWith("Android");
        assertThat(guests.names(now.plusSeconds(3_600))).isEmpty();
    }
}
