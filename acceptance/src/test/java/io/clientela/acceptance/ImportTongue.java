package io.clientela.acceptance;

import java.util.List;

/** What the page says and the register holds in one language. */
enum ImportTongue {
    CHINESE(
            "zhou",
            "周洁",
            "姓名,手机,证件号码,杂项,提供方,登记人,登记日期",
            "欧阳测%s",
            "139%08d",
            List.of("端木晴", "上官云", "司徒远"),
            List.of("13611110001", "13611110002", "13611110003"),
            "“杂项”列对应的字段",
            "备注",
            "来自模板|由您指定",
            "重新检查",
            "第 %d 行“手机”",
            "更正后重新检查",
            "保存为模板",
            "模板名称",
            "保存",
            "会员登记表",
            "已按模板“会员登记表”读取此文件",
            "暂停",
            "继续",
            "取消导入",
            "已取消",
            "重新读取这些行",
            "已更正的行全部导入",
            "原登记人"),
    SPANISH(
            "pilar",
            "Pilar Rey",
            "Nombre,Móvil,NIF,Varios,Proveedor de datos,Registrado por,Fecha de alta",
            "Lucía Prueba %s",
            "6%08d",
            List.of("Iratxe Zubiri", "Xoel Quiroga", "Yolanda Ferro"),
            List.of("611110001", "611110002", "611110003"),
            "Campo de la columna «Varios»",
            "Observaciones",
            "de la plantilla|elegid",
            "Comprobar de nuevo",
            "«Móvil» de la fila %d",
            "Comprobar con las correcciones",
            "Guardar como plantilla",
            "Nombre de la plantilla",
            "Guardar",
            "Altas de socios",
            "Este archivo se lee con la plantilla «Altas de socios»",
            "Pausar",
            "Continuar",
            "Cancelar la importación",
            "Cancelad",
            "Leer de nuevo estas filas",
            "Han entrado todas las filas corregidas",
            "Registrado por");

    final String user;
    final String displayName;
    final String headings;
    final String name;
    final String mobile;
    final List<String> wrong;
    final List<String> right;
    final String column;
    final String field;
    final String chosen;
    final String checkAgain;
    final String cell;
    final String checkCorrected;
    final String keep;
    final String templateName;
    final String save;
    final String template;
    final String using;
    final String pause;
    final String resume;
    final String cancel;
    final String cancelled;
    final String readAgain;
    final String allIn;
    final String recordedBy;

    @SuppressWarnings("TooManyParameters")
    ImportTongue(
            String user,
            String displayName,
            String headings,
            String name,
            String mobile,
            List<String> wrong,
            List<String> right,
            String column,
            String field,
            String chosen,
            String checkAgain,
            String cell,
            String checkCorrected,
            String keep,
            String templateName,
            String save,
            String template,
            String using,
            String pause,
            String resume,
            String cancel,
            String cancelled,
            String readAgain,
            String allIn,
            String recordedBy) {
        this.user = user;
        this.displayName = displayName;
        this.headings = headings;
        this.name = name;
        this.mobile = mobile;
        this.wrong = wrong;
        this.right = right;
        this.column = column;
        this.field = field;
        this.chosen = chosen;
        this.checkAgain = checkAgain;
        this.cell = cell;
        this.checkCorrected = checkCorrected;
        this.keep = keep;
        this.templateName = templateName;
        this.save = save;
        this.template = template;
        this.using = using;
        this.pause = pause;
        this.resume = resume;
        this.cancel = cancel;
        this.cancelled = cancelled;
        this.readAgain = readAgain;
        this.allIn = allIn;
        this.recordedBy = recordedBy;
    }

    PageWords words() {
        return this == CHINESE ? PageWords.chinese() : PageWords.spanish();
    }

    String language() {
        return words().language();
    }
}
