package dev.vitrine.http.gradio;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// However much comes, so much stays, and what leaves says so once.
class ShelfTest {
    private static final int MOST = 5;
    private static final long MOST_BYTES = 100;

    @Property
    void theNewestStayWithinTheBounds(
            @ForAll @Size(max = 40) List<@IntRange(max = 60) Integer> weights) {
        List<String> left = new ArrayList<>();
        Shelf<Integer> shelf = new Shelf<>(MOST, MOST_BYTES, 1, left::add);
        for (int i = 0; i < weights.size(); i++) {
            shelf.put(Integer.toString(i), weights.get(i), weights.get(i));
        }
        List<Integer> there = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            String id = Integer.toString(i);
            assertThat(shelf.find(id).isPresent()).isNotEqualTo(left.contains(id));
            shelf.find(id).ifPresent(there::add);
        }
        assertThat(there).hasSizeLessThanOrEqualTo(MOST);
        assertThat(there.stream().mapToInt(Integer::intValue).sum())
                .isLessThanOrEqualTo((int) MOST_BYTES);
        assertThat(left).doesNotHaveDuplicates();
        if (!weights.isEmpty()) {
            assertThat(shelf.find(Integer.toString(weights.size() - 1))).isPresent();
        }
        shelf.clear();
        assertThat(left).hasSameSizeAs(weights);
    }

    @Test
    void whatIsTooMuchAloneStaysUntilTheNextComes() {
        List<String> left = new ArrayList<>();
        Shelf<String> shelf = new Shelf<>(MOST, MOST_BYTES, 1, left::add);
        shelf.put("a", "a", 2 * MOST_BYTES);
        assertThat(shelf.find("a")).contains("a");
        shelf.put("b", "b", 1);
        assertThat(left).containsExactly("a");
    }

    @Test
    void whatHasHadItsTimeLeaves() throws Exception {
        List<String> left = new ArrayList<>();
        Shelf<String> shelf = new Shelf<>(MOST, MOST_BYTES, 0, left::add);
        shelf.put("a", "a", 1);
        Thread.sleep(1);
        shelf.tidy();
        assertThat(left).containsExactly("a");
        assertThat(shelf.find("a")).isEmpty();
    }
}
