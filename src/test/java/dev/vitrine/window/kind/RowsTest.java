package dev.vitrine.window.kind;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class RowsTest {
    @Test
    void aRowThatIsSeenStaysWhereItIsAndAnotherComesToSight() {
        Fx.run(() -> {
            ListView<Integer> list = list(100);
            int seen = flow(list).getLastVisibleCell().getIndex();
            Rows.reveal(list, 2);
            list.layout();
            assertThat(flow(list).getFirstVisibleCell().getIndex()).isZero();
            Rows.reveal(list, seen + 20);
            list.layout();
            assertThat(flow(list).getFirstVisibleCell().getIndex()).isLessThanOrEqualTo(seen + 20);
            assertThat(flow(list).getLastVisibleCell().getIndex())
                    .isGreaterThanOrEqualTo(seen + 20);
            Rows.reveal(list, 5);
            list.layout();
            assertThat(flow(list).getFirstVisibleCell().getIndex()).isLessThanOrEqualTo(5);
        });
    }

    @Test
    void whatThereIsNotMovesNothing() {
        Fx.run(() -> {
            ListView<Integer> list = list(3);
            Rows.reveal(list, -1);
            Rows.reveal(list, 2);
            list.layout();
            assertThat(flow(list).getFirstVisibleCell().getIndex()).isZero();
        });
    }

    private static ListView<Integer> list(int rows) {
        ListView<Integer> list = new ListView<>();
        list.getItems().setAll(IntStream.range(0, rows).boxed().toList());
        StackPane root = new StackPane(list);
        new Scene(root, 200, 240);
        root.applyCss();
        root.layout();
        return list;
    }

    private static VirtualFlow<?> flow(ListView<?> list) {
        return (VirtualFlow<?>) list.lookup(".virtual-flow");
    }
}
