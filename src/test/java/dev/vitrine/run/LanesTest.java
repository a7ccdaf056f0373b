package dev.vitrine.run;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Laws of the queue: whatever comes, leaves and is taken in any order.
class LanesTest {
    private record Item(int caller, int number) {}

    private final Lanes<Integer, Item> lanes = new Lanes<>();
    private final List<Item> waiting = new ArrayList<>();
    private int made;

    @BeforeTry
    void empty() {
        lanes.clear();
        waiting.clear();
    }

    /// Numbers from 0 to 4 add for that caller, 5 to 7 take, 8 and 9 let one leave.
    @Property
    void nothingIsLostDoubledOrOutOfItsCallersOrder(
            @ForAll @Size(max = 200) List<@IntRange(max = 9) Integer> steps) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int step : steps) {
            List<Item> order = lanes.inOrder();
            assertThat(order).containsExactlyInAnyOrderElementsOf(waiting);
            assertThat(lanes.size()).isEqualTo(waiting.size());
            Item taken = step(step);
            if (step >= 5 && step <= 7 && !order.isEmpty()) {
                assertThat(taken).isEqualTo(order.getFirst());
                assertThat(last.getOrDefault(taken.caller(), -1)).isLessThan(taken.number());
                last.put(taken.caller(), taken.number());
            }
        }
        while (lanes.size() > 0) {
            assertThat(waiting.remove(lanes.poll())).isTrue();
        }
        assertThat(waiting).isEmpty();
        assertThat(lanes.poll()).isNull();
    }

    @Property
    void theFirstOfACallerWaitsForAtMostOneOfEachOther(
            @ForAll @Size(max = 100) List<@IntRange(max = 9) Integer> before,
            @ForAll @Size(max = 100) List<@IntRange(max = 4) Integer> after) {
        before.forEach(this::step);
        Item mine = new Item(99, made++);
        lanes.add(99, mine);
        after.forEach(this::step);
        Map<Integer, Integer> served = new HashMap<>();
        for (Item next = lanes.poll(); next != mine; next = lanes.poll()) {
            assertThat(served.merge(next.caller(), 1, Integer::sum)).isEqualTo(1);
        }
    }

    @Property
    void aPlaceGrowsOnlyWhereAnotherCallerComesAndByOneEach(
            @ForAll @Size(max = 200) List<@IntRange(max = 9) Integer> steps) {
        for (int step : steps) {
            List<Item> before = lanes.inOrder();
            step(step);
            List<Item> after = lanes.inOrder();
            for (Item item : before) {
                int then = before.indexOf(item);
                int now = after.indexOf(item);
                boolean another = step <= 4 && step != item.caller();
                assertThat(now).isLessThanOrEqualTo(then + (another ? 1 : 0));
            }
        }
    }

    private Item step(int step) {
        if (step <= 4) {
            Item item = new Item(step, made++);
            lanes.add(step, item);
            waiting.add(item);
            return item;
        }
        if (step <= 7) {
            Item taken = lanes.poll();
            waiting.remove(taken);
            return taken;
        }
        if (!waiting.isEmpty()) {
            Item leaving = waiting.remove(step % waiting.size());
            assertThat(lanes.removeIf(leaving::equals)).isTrue();
            assertThat(lanes.removeIf(leaving::equals)).isFalse();
            return leaving;
        }
        return new Item(-1, -1);
    }
}
