package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.run.QueuePlace;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class WaitingTest {
    @Test
    void saysWhereAndAboutHowLong() {
        assertThat(Waiting.words(Optional.empty())).isEqualTo("Waiting for a free place…");
        assertThat(words(1, 1, Optional.empty())).isEqualTo("Next in the queue…");
        assertThat(words(1, 4, Optional.of(Duration.ofMillis(20)))).isEqualTo("Next in the queue…");
        assertThat(words(3, 7, Optional.of(Duration.ofMillis(12_400))))
                .isEqualTo("Place 3 of 7 in the queue, about 12 s");
        assertThat(words(64, 64, Optional.of(Duration.ofSeconds(200))))
                .isEqualTo("Place 64 of 64 in the queue, about 3 min 20 s");
    }

    private static String words(int position, int size, Optional<Duration> eta) {
        return Waiting.words(Optional.of(new QueuePlace(position, size, eta)));
    }
}
