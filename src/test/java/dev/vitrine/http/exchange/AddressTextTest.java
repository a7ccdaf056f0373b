package dev.vitrine.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.1.5, 192.168.1.5",
        "fd00:0:0:0:0:0:0:2, fd00::2",
        "0:0:0:0:0:0:0:1, ::1",
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:DB8:1:2:3:4:0:0, 2001:db8:1:2:3:4::",
        "2001:db8:10:20:30:0:0:100, 2001:db8:10:20:30::100"
    })
    void anAddressIsWrittenAsBrowsersWriteIt(String given, String written) throws Exception {
        assertThat(AddressText.text(InetAddress.getByName(given))).isEqualTo(written);
    }
}
