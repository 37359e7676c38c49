package io.clientela.acceptance;

/** What the controls of the page are called in one language: what somebody who works in it looks for. */
record PageWords(
        String locale,
        String userName,
        String password,
        String signIn,
        String search,
        String customers,
        String file,
        String checked,
        String importNow,
        String imported,
        String refusedRows,
        String downloadRefused,
        String edit,
        String form,
        String mobile,
        String save,
        String saved,
        String history,
        String export,
        String startExport) {

    static PageWords chinese() {
        return new PageWords(
                "zh-CN", "用户名", "密码", "登录", "搜索", "客户", "要导入的文件", "检查完毕", "开始导入", "导入完成", "被拒绝的行", "下载被拒绝的行", "编辑",
                "客户资料", "手机", "保存", "已保存", "历史", "导出", "开始导出");
    }

    static PageWords english() {
        return new PageWords(
                "en-GB",
                "User name",
                "Password",
                "Sign in",
                "Search",
                "Customers",
                "File to import",
                "Checked",
                "Import now",
                "Imported",
                "Refused rows",
                "Download the refused rows",
                "Edit",
                "Customer data",
                "Mobile phone",
                "Save",
                "Saved",
                "History",
                "Export",
                "Start export");
    }

    static PageWords spanish() {
        return new PageWords(
                "es-ES",
                "Usuario",
                "Contraseña",
                "Entrar",
                "Buscar",
                "Clientes",
                "Archivo para importar",
                "Comprobado",
                "Importar ahora",
                "Importado",
                "Filas rechazadas",
                "Descargar las filas rechazadas",
                "Editar",
                "Datos del cliente",
                "Móvil",
                "Guardar",
                "Guardado",
                "Historial",
                "Exportar",
                "Exportar");
    }

    String language() {
        return locale.substring(0, 2);
    }
}
