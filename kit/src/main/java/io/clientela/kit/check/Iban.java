package io.clientela.kit.check;

import java.util.Map;
import java.util.TreeMap;

/** International bank account number. Source: ISO 13616-1:2020 and the SWIFT IBAN registry (lengths). */
final class Iban {

    private static final String LENGTHS = """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
            FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21
            LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22
            RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
            """;

    private static final Map<String, Integer> LENGTH = read();

    private Iban() {}

    static Checked check(String raw, Context context) {
        String tidy = Codes.tidy(raw);
        if (Spreadsheets.isDamagedNumber(tidy)) {
            return Checked.refused(Fault.DAMAGED_NUMBER);
        }
        String iban = Codes.compact(tidy);
        if (iban.startsWith("IBAN")) {
            iban = iban.substring(4);
        }
        if (!Codes.isAlphanumeric(iban)) {
            return Checked.refused(Fault.BAD_CHARACTER);
        }
        if (iban.length() < 5 || !Codes.isDigits(iban, 2, 4)) {
            return Checked.refused(Fault.BAD_FORM, "example", "ES91 2100 0418 4502 0005 1332");
        }
        Integer length = LENGTH.get(iban.substring(0, 2));
        if (length == null) {
            return Checked.refused(Fault.BAD_FORM, "country", iban.substring(0, 2));
        }
        if (iban.length() != length) {
            return Codes.badLength(Integer.toString(length), iban.length());
        }
        if (Mod97.of(iban.substring(4) + iban.substring(0, 4)) != 1) {
            return Codes.badCheck(Mod97.checkDigits(iban.substring(4) + iban.substring(0, 2)));
        }
        return Checked.ok(iban);
    }

    private static Map<String, Integer> read() {
        Map<String, Integer> lengths = new TreeMap<>();
        for (String entry : LENGTHS.strip().split("\\s+")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
